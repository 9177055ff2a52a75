import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MUTANTS } from "./mutants";
import { countHarms } from "./report";
import { runProfile } from "./run-profile";

/** The patch that plants a mutant. */
export function patchOf(mutant: string): string {
  return fileURLToPath(new URL(`./mutants/${mutant}.patch`, import.meta.url));
}

/** Runs every mutant in its profile and says which were caught. Returns the names of those that were not. */
export async function runMutants(seed: number, tell: (line: string) => void): Promise<string[]> {
  const uncaught: string[] = [];
  for (const [name, { what, profile }] of Object.entries(MUTANTS)) {
    const result = await runProfile(profile, { seed, patch: patchOf(name), tell: () => {} });
    const isCaught = result.violations.length > 0;
    if (!isCaught) uncaught.push(name);
    tell(
      `${isCaught ? "caught" : "NOT CAUGHT"} ${name}: ${what} (${countHarms(result.violations)}; ${result.seconds.all.toFixed(1)} s)`,
    );
    rmSync(result.folder, { recursive: true, force: true });
  }
  return uncaught;
}
