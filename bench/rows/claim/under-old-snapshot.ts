import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/** As many transactions a second as 30,000 codes in batches of 100 need. */
const TRANSACTIONS_PER_SECOND = 300;
const TICK_MS = 50;

/**
 * Opens a snapshot that sees all tables and leaves it idle, lets each of `busy` run so often a second for `seconds`, and
 * then, with the snapshot still open, does what `compare` does.
 */
export async function underOldSnapshot<T>(
  url: string,
  { busy, seconds }: { busy: (() => Promise<unknown>)[]; seconds: number },
  compare: () => Promise<T>,
): Promise<T> {
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  try {
    await holder.query("begin isolation level repeatable read");
    await holder.query("select count(*) from code_pool");
    await keepBusy(busy, seconds);
    return await compare();
  } finally {
    await holder.end();
  }
}

/** What could not begin in time begins later: the number is made up. */
async function keepBusy(busy: (() => Promise<unknown>)[], seconds: number): Promise<void> {
  const began = performance.now();
  let done = 0;
  for (;;) {
    const elapsed = (performance.now() - began) / 1000;
    const due = Math.floor(Math.min(elapsed, seconds) * TRANSACTIONS_PER_SECOND);
    const now = Math.min(due - done, MOST_AT_ONCE);
    await Promise.all(busy.flatMap((act) => Array.from({ length: now }, act)));
    done += now;
    if (elapsed >= seconds && done >= due) return;
    await pause(TICK_MS);
  }
}

const MOST_AT_ONCE = 16;
