import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MUTANTS } from "./mutants";
import { countHarms } from "./report";
import { type RunResult, runProfile } from "./run-profile";

/** Much of a run is waiting for programs to start. */
const AT_A_TIME = 2;

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
      const [name, { what, profile }] = next;
      const result = await runProfile(profile, { seed, patch: patchOf(name), tell: () => {} });
      const caught = isCaught(name, result);
      if (!caught) uncaught.push(name);
      const found = `${countHarms(result.violations)}; ${result.seconds.all.toFixed(1)} s`;
      tell(`${caught ? "caught" : "NOT CAUGHT"} ${name}: ${what} (${found})`);
      rmSync(result.folder, { recursive: true, force: true });
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return uncaught;
}
