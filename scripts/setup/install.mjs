import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "./child.mjs";
import { npm } from "./npm.mjs";
import { root, say } from "./root.mjs";
import { hashOf, isDone, markDone } from "./stamp.mjs";

/** Installs the packages of package-lock.json where node_modules/ differs from it. No package's install script is run. */
export async function ensureInstalled() {
  const hash = hashOf(["package-lock.json"]);
  if (isDone("install", hash)) return;
  if (!isInstalled()) {
    say("installing packages (npm ci, about a minute)");
    const { program, args } = npm(["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"]);
    await mustRun("npm ci", program, args);
  }
  markDone("install", hash);
}

/** After `npm install <package>` the packages already are as in the lock file; npm's own note of them says so. */
function isInstalled() {
  const note = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(note)) return false;
  const present = packagesIn(note);
  return Object.entries(packagesIn(join(root, "package-lock.json"))).every(
    ([path, wanted]) => path === "" || wanted.optional || present[path]?.version === wanted.version,
  );
}

function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, "utf8")).packages;
}
