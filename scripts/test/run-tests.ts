// What `npm test` runs: every suite this machine can run, then what was left out and how to get it, and the count.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { findChromium } from "../../tests/support/find-chromium";
import { findPostgresBinaries } from "../../tests/support/find-postgres";

interface Needy {
  suite: string;
  found: boolean;
  remedy: string;
}

/** The part of Vitest's JSON report that is read here. */
interface Results {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

const NONE: Results = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
const RESULTS = "node_modules/.laurel/test-results.json";

const needy: Needy[] = [
  {
    suite: "postgres",
    found: Boolean(process.env.TEST_DATABASE_URL) || findPostgresBinaries() !== null,
    remedy: "apt-get install postgresql, or set TEST_DATABASE_URL to a database whose user may create databases",
  },
  {
    suite: "e2e",
    found: findChromium() !== null,
    remedy: "apt-get install chromium, or set CHROMIUM_PATH to a Chromium or Chrome",
  },
];

const wanted = process.argv.slice(2);
const leftOut = needy.filter((suite) => !suite.found);

if (leftOut.length > 0 && process.env.LAUREL_NOTHING_LEFT_OUT === "1") {
  console.error(`tests: nothing may be left out here, but this machine lacks what is needed.\n${listed(leftOut)}`);
  process.exit(1);
}

rmSync(RESULTS, { force: true });
const suites = ["unit", "integration", ...needy.filter((suite) => suite.found).map((suite) => suite.suite)];
const code = await runVitest([...suites.flatMap((suite) => ["--project", suite]), ...wanted]);
if (leftOut.length > 0) console.log(`Left out on this machine:\n${listed(leftOut)}`);
console.log(count(code));
process.exit(code);

function listed(missing: Needy[]): string {
  return missing.map(({ suite, remedy }) => `  the ${suite} suite; to get it: ${remedy}`).join("\n");
}

function runVitest(args: string[]): Promise<number> {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${RESULTS}`];
  const vitest = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...args], {
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (!(signal === "SIGINT" && process.stdin.isTTY)) vitest.kill(signal);
    });
  }
  return new Promise((resolve) => vitest.once("exit", (exitCode) => resolve(exitCode ?? 1)));
}

function count(exitCode: number): string {
  const results: Results = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")) : NONE;
  const skipped = results.numPendingTests + results.numTodoTests;
  // A file that cannot be loaded, or a set-up that throws, fails the run without any test that could fail.
  const failed = results.numFailedTests || (exitCode === 0 ? 0 : 1);
  return `tests: ${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`;
}
