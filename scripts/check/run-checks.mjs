import { performance } from "node:perf_hooks";
import { runQuietly } from "../setup/child.mjs";
import { ensureGraphqlTypes } from "../setup/generate.mjs";

const node =
  (...args) =>
  () =>
    runQuietly(process.execPath, args);

const cruiser = "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs";
const cruised = ["app", "bench", "devstore", "scripts", "tests", "server.ts"];

/** Every part of `npm run check`, by what it guards. The first one writes types that the others read. */
const operations = { name: "GraphQL operations match the Admin API schema", run: checkOperations };
const parts = [
  {
    name: "formatting and lint",
    run: node("node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
  },
  { name: "types", run: node("node_modules/typescript/bin/tsc", "--noEmit") },
  { name: "module order and circular imports", run: node(cruiser, "--output-type", "err-long", ...cruised) },
  {
    name: "dead code and unused packages",
    run: node("node_modules/knip/bin/knip.js"),
  },
  { name: "migrations match the schema", run: node("--import", "tsx", "scripts/create-migration.ts", "--check") },
  { name: "file length and clocks", run: node("scripts/check/file-rules.mjs") },
  { name: "every text in the catalogue", run: node("scripts/check/messages.mjs") },
];

/** Runs every part, two at a time, prints one line for each and the output of those that failed. */
export async function runChecks() {
  const results = [await timed(operations)];
  const waiting = [...parts];
  const worker = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) results.push(await timed(part));
  };
  await Promise.all([worker(), worker()]);
  const failed = results.filter((result) => result.code !== 0);
  for (const result of failed) console.log(`\n── ${result.name} ──\n${result.output.trim()}`);
  console.log(failed.length === 0 ? "\ncheck: all good" : `\ncheck: failed: ${failed.map((f) => f.name).join("; ")}`);
  return { code: failed.length === 0 ? 0 : 1 };
}

async function timed({ name, run }) {
  const start = performance.now();
  const { code, output } = await run();
  console.log(`${code === 0 ? "✓" : "✗"} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return { name, code, output };
}

async function checkOperations() {
  try {
    await ensureGraphqlTypes();
    return { code: 0, output: "" };
  } catch (error) {
    return { code: 1, output: error.message };
  }
}
