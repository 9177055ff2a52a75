import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MUTANTS } from "./mutants";
import { countHarms } from "./report";
import { type RunResult, runProfile } from "./run-profile";

/** Much of a run is waiting for programs to start. */
const AT_A_TIME = 2;

/** Runs of a mutant before it counts as not caught: a race it plants may not be run into by chance. */
const TRIES = 3;

/** The patch that plants a mutant. */
export function patchOf(mutant: string): string {
  return fileURLToPath(new URL(`./mutants/${mutant}.patch`, import.meta.url));
}

/** Whether the run of a mutant shows what it has to show. */
export function isCaught(mutant: string, { violations }: Pick<RunResult, "violations">): boolean {
  return violations.some(({ harm }) => harm === MUTANTS[mutant]?.shows);
}

/** Runs every mutant in its profile and says which were caught. Returns the names of those that were not. */
export async function runMutants(seed: number, tell: (line: string) => void): Promise<string[]> {
  const waiting = Object.entries(MUTANTS);
  const uncaught: string[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (!(await catchMutant(next[0], seed, tell))) uncaught.push(next[0]);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return uncaught;
}

/** Runs a mutant with one seed after the other until it shows, and tells how each run went. */
async function catchMutant(name: string, seed: number, tell: (line: string) => void): Promise<boolean> {
  const mutant = MUTANTS[name];
  if (!mutant) throw new Error(`there is no mutant ${name}`);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const result = await runProfile(mutant.profile, { seed: seed + attempt, patch: patchOf(name), tell: () => {} });
    const caught = isCaught(name, result);
    const found = `${countHarms(result.violations)}; ${result.seconds.all.toFixed(1)} s`;
    tell(`${caught ? "caught" : "not caught"} ${name}: ${mutant.what} (${found})`);
    rmSync(result.folder, { recursive: true, force: true });
    if (caught) return true;
  }
  return false;
}
