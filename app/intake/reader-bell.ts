import { describeDatabaseError } from "~/platform/describe-database-error";
import type { Logger } from "~/platform/logger";

/** A bell says only "there is work", so one stands for all the batches of this time, in milliseconds. */
const PAUSE_MS = 20;

/**
 * Makes what wakes the reader after a commit: at once, then at most every 20 ms. A bell that cannot be rung, or that dies
 * with the process, is made up for by the sweep within a second (app/jobs/sweep.job.ts), so it fails no delivery.
 */
export function createReaderBell(ring: () => Promise<void>, logger: Logger, pauseMs = PAUSE_MS): () => void {
  let isResting = false;
  let isWanted = false;

  function ringNow(): void {
    isWanted = false;
    isResting = true;
    ring()
      .catch((error: unknown) => {
        logger.warn({ error: describeDatabaseError(error) }, "the reader's bell was not rung; the sweep rings again");
      })
      .finally(() => setTimeout(wake, pauseMs).unref());
  }

  function wake(): void {
    isResting = false;
    if (isWanted) ringNow();
  }

  return () => {
    isWanted = true;
    if (!isResting) ringNow();
  };
}
