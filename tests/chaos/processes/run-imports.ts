import { writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { PlannedImport } from "../install-world";
import type { KillSchedule } from "./kill-schedule";
import { importProgram, type Surroundings } from "./programs";
import { startLife } from "./supervise";

const BREATHER_MS = 300;

/** Uploads the files one after the other, each again and again until its codes are there. Stops at `deadline` at the latest. */
export async function runImports(
  around: Surroundings,
  imports: PlannedImport[],
  schedule: KillSchedule,
  deadline: number,
): Promise<void> {
  for (const { shopId, couponId, lines } of imports) {
    const file = path.join(around.runFolder, `codes-${shopId}.csv`);
    writeFileSync(file, `Code\n${lines.join("\n")}\n`);
    const program = importProgram(around, { shopId, couponId, file });
    for (let isThere = false; !isThere && Date.now() < deadline; ) {
      const ending = await startLife(program, schedule).ended;
      isThere = ending.outcome === "ended" && ending.code === 0;
      // Killed at the last point it is there already, and another upload of it would add nothing.
      if (!isThere) await pause(BREATHER_MS);
    }
  }
}
