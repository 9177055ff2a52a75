import builtServer from "./built-server.json" with { type: "json" };
import { ensureBuilt } from "./setup/build.mjs";
import { run } from "./setup/child.mjs";
import { ensurePrismaClient } from "./setup/generate.mjs";
import { ensureInstalled } from "./setup/install.mjs";

/** What `npm run <command>` does: sets up what it needs, then resolves with how it ended, `{ code, signal }`. */
export const commands = {
  async demo(args) {
    await prepare(ensureBuilt);
    return runTypeScript("devstore/demo.ts", args);
  },
  async dev(args) {
    await prepare();
    return runTypeScript("devstore/demo.ts", ["--dev", ...args]);
  },
  async build() {
    await prepare(ensureBuilt);
    return { code: 0 };
  },
  async start() {
    await prepare(ensureBuilt);
    return run(process.execPath, [...builtServer.flags, builtServer.program], { NODE_ENV: "production" });
  },
  async test(args) {
    await prepare();
    return runTypeScript("scripts/test/run-tests.ts", args);
  },
  async bench(args) {
    await prepare(ensureBuilt);
    return runTypeScript("bench/run-bench.ts", args);
  },
  async chaos(args) {
    await prepare();
    return runTypeScript("tests/chaos/run-chaos.ts", args);
  },
  async screenshots() {
    await prepare(ensureBuilt);
    const vitest = ["node_modules/vitest/vitest.mjs", "run", "--project", "e2e"];
    return run(process.execPath, vitest, { SCREENSHOTS_FOLDER: "screenshots" });
  },
  async check() {
    await prepare();
    const { runChecks } = await import("./check/run-checks.mjs");
    return runChecks();
  },
  async format() {
    await ensureInstalled();
    return run(process.execPath, ["node_modules/@biomejs/biome/bin/biome", "check", "--write", "."]);
  },
};

async function prepare(...more) {
  await ensureInstalled();
  await ensurePrismaClient();
  for (const step of more) await step();
}

function runTypeScript(file, args) {
  return run(process.execPath, ["--import", "tsx", file, ...args]);
}
