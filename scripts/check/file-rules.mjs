// Rules about whole files that no linter we use knows. Prints each breach; exit code 1 when there is one.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../setup/root.mjs";
import { filesUnder } from "../setup/stamp.mjs";

const longest = 250;
const folders = ["app", "bench", "devstore", "scripts", "tests", "server.ts"];
const isSource = (file) => /\.(ts|tsx|mjs|cjs|js|css)$/.test(file) && !file.includes("/generated/");

/** Rules are pure: they get `now` as an argument. Doors, shells, tests and the browser's components may look at a clock. */
const isCore = (file) =>
  /^app\/(engagements|coupons|codes|emails|rewards|insights|compliance)\//.test(file) &&
  !/\.(server|test)\.tsx?$/.test(file);

const breaches = filesUnder(folders, isSource).flatMap((file) => {
  const text = readFileSync(join(root, file), "utf8");
  const lines = text.trimEnd().split("\n").length;
  const found = [];
  if (lines > longest) found.push(`${file}: ${lines} lines; ${longest} at most`);
  if (isCore(file) && /\bDate\.now\(\)|new Date\(\)|\bperformance\.now\(\)/.test(text))
    found.push(`${file}: reads the clock; pass \`now\``);
  return found;
});

for (const breach of breaches) console.log(breach);
process.exit(breaches.length === 0 ? 0 : 1);
