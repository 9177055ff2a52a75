import { setTimeout as pause } from "node:timers/promises";
import type { TestPostgres } from "../../support/start-postgres";

const LOOK_EVERY_MS = 50;

/** Crashes PostgreSQL `count` times, spread evenly over the progress (0 to 1), until `isOver`. Returns how often it did. */
export async function crashPostgres(
  postgres: TestPostgres,
  count: number,
  progress: () => number,
  isOver: () => boolean,
): Promise<number> {
  let done = 0;
  while (done < count && !isOver()) {
    if (progress() >= (done + 1) / (count + 1)) {
      await postgres.crash();
      done += 1;
    } else await pause(LOOK_EVERY_MS);
  }
  return done;
}
