import { describeDatabaseError } from "~/platform/describe-database-error";
import type { Logger } from "~/platform/logger";
import type { InboxEntry } from "./inbox-entry";
import type { WrittenEntry } from "./write-inbox.server";

/** What became of a delivery. `busy`: too many are waiting already; `failed`: the store did not take it. */
export interface InboxOutcome {
  outcome: WrittenEntry | "busy" | "failed";
}

/** Takes deliveries one by one and writes them in batches. */
export interface InboxWriter {
  /** Resolves once the row is committed, or will not be. Never rejects. */
  write(entry: InboxEntry): Promise<InboxOutcome>;
}

interface Waiting {
  entry: InboxEntry;
  settle(outcome: InboxOutcome): void;
}

/** Batches written at the same time; what comes in meanwhile makes the next batch. docs/decisions/004-inbox-batching.md */
const FLUSHES_AT_ONCE = 2;
const BATCH = { entries: 500, bytes: 8_000_000 };
const QUEUE = { entries: 5_000, bytes: 64_000_000 };

/**
 * Makes the writer. `writeBatch` commits a batch or throws, having stored nothing or, where the answer was lost, all of it: entries have
 * keys, so writing one again only counts a repeat. When it throws and the store `isReachable`, each entry of the batch is tried once
 * alone, so that one bad entry fails nobody else.
 */
export function createInboxWriter(
  writeBatch: (entries: InboxEntry[]) => Promise<WrittenEntry[]>,
  isReachable: () => Promise<boolean>,
  logger: Logger,
): InboxWriter {
  const waiting: Waiting[] = [];
  let waitingBytes = 0;
  let flushes = 0;
  let isTurnEnding = false;

  /** At the end of this turn of the event loop: what the sockets brought in the same turn makes one batch. */
  function flushSoon(): void {
    if (isTurnEnding || flushes >= FLUSHES_AT_ONCE) return;
    isTurnEnding = true;
    setImmediate(() => {
      isTurnEnding = false;
      startFlushes();
    });
  }

  function startFlushes(): void {
    while (flushes < FLUSHES_AT_ONCE && waiting.length > 0) {
      flushes += 1;
      void flush(takeBatch()).finally(() => {
        flushes -= 1;
        if (waiting.length > 0) flushSoon();
      });
    }
  }

  function takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    let bytes = 0;
    for (let next = waiting[0]; next && batch.length < BATCH.entries; next = waiting[0]) {
      bytes += next.entry.body.length;
      if (batch.length > 0 && bytes > BATCH.bytes) break;
      batch.push(next);
      waiting.shift();
    }
    for (const { entry } of batch) waitingBytes -= entry.body.length;
    return batch;
  }

  async function flush(batch: Waiting[]): Promise<void> {
    if (await tryWrite(batch)) return;
    const worthRetrying = batch.length > 1 && (await isReachable());
    for (const one of batch) {
      if (!(worthRetrying && (await tryWrite([one])))) one.settle({ outcome: "failed" });
    }
  }

  async function tryWrite(batch: Waiting[]): Promise<boolean> {
    try {
      const written = await writeBatch(batch.map(({ entry }) => entry));
      for (const [n, { settle }] of batch.entries()) settle({ outcome: written[n] ?? "failed" });
      return true;
    } catch (error) {
      logger.error({ error: describeDatabaseError(error), entries: batch.length }, "inbox batch not written");
      return false;
    }
  }

  return {
    write(entry) {
      const isFull = waiting.length >= QUEUE.entries || waitingBytes + entry.body.length > QUEUE.bytes;
      if (isFull) return Promise.resolve({ outcome: "busy" });
      return new Promise((settle) => {
        waiting.push({ entry, settle });
        waitingBytes += entry.body.length;
        flushSoon();
      });
    },
  };
}
