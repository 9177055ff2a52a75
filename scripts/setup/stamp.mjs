import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { root } from "./root.mjs";

const stamps = join(root, "node_modules", ".laurel");

/** Absolute path of a file in the folder for what set-up keeps between runs; the folder exists afterwards. */
export function setupFile(name) {
  mkdirSync(stamps, { recursive: true });
  return join(stamps, name);
}

/** All files under the given files and folders (relative to the repository, missing ones left out), sorted. */
export function filesUnder(paths, keep = () => true) {
  const found = [];
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) found.push(relative(root, path).split(sep).join("/"));
    else for (const name of readdirSync(path)) visit(join(path, name));
  };
  for (const path of paths) visit(join(root, path));
  return found.filter(keep).sort();
}

/** SHA-256 (hex) over the names and contents of files, and over any further strings that decide the outcome. */
export function hashOf(files, ...more) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  for (const text of more) hash.update(`\0${text}`);
  return hash.digest("hex");
}

/** True if the step was finished with this very input and its outputs are still there. */
export function isDone(step, hash, outputs = []) {
  const stamp = join(stamps, step);
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== hash) return false;
  return outputs.every((output) => existsSync(join(root, output)));
}

/** Remembers that the step was finished with this input. */
export function markDone(step, hash) {
  writeFileSync(setupFile(step), hash);
}
