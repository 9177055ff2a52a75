import { randomInt } from "node:crypto";
import { rmSync } from "node:fs";
import { type ChaosOptions, readOptions, USAGE } from "./options";
import { describeRun, isClean } from "./report";
import { isCaught, patchOf, runMutants } from "./run-mutants";
import { runProfile } from "./run-profile";

const say = (line: string) => console.log(`chaos: ${line}`);

// Whoever is asked to stop takes along what it started: that happens as it exits.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
process.exit(await main(readOptions(process.argv.slice(2))).catch(failed));

async function main(options: ChaosOptions): Promise<number> {
  if (options.outcome === "refused") {
    console.error(`${options.message}\n\n${USAGE}`);
    return 2;
  }
  const seed = options.seed ?? randomInt(1, 2 ** 31);
  say(`seed ${seed}`);
  if (options.outcome === "run") return runOnce(options, seed);
  const uncaught = await runMutants(seed, say);
  say(uncaught.length === 0 ? "every mutant was caught" : `NOT CAUGHT: ${uncaught.join(", ")}`);
  return uncaught.length === 0 ? 0 : 1;
}

async function runOnce({ profile, mutant }: Extract<ChaosOptions, { outcome: "run" }>, seed: number): Promise<number> {
  const result = await runProfile(profile, { seed, patch: mutant && patchOf(mutant), tell: say });
  for (const line of describeRun(result)) say(line);
  if (mutant) say(isCaught(mutant, result) ? `caught ${mutant}` : `NOT CAUGHT: ${mutant}`);
  const clean = isClean(result);
  if (clean) rmSync(result.folder, { recursive: true, force: true });
  else say(`seed ${seed}; logs and sources are kept in ${result.folder}`);
  return clean ? 0 : 1;
}

/** The run could not be made, so it says nothing about the app. */
function failed(error: unknown): number {
  console.error(`chaos: ${error instanceof Error ? error.message : String(error)}`);
  return 2;
}
