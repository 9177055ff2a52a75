import { fromPglite, fromPrisma, PgBoss } from "pg-boss";
import type { OpenDatabase, Transaction } from "./database.server";
import type { Logger } from "./logger";

/** The bells there are. Each says only "there may be work"; what the work is stands in the tables. */
export type Bell = "read-inbox" | "send-due";

/** The job queue as the doors use it. */
export interface Queue {
  /** Wakes a worker. With `tx` the bell rings when that transaction commits, and not at all if it rolls back. */
  ring(bell: Bell, tx?: Transaction): Promise<void>;
  /** Answers a bell until `stop`. `handle` does all the work it finds; what it throws is logged, and the next bell tries again. */
  answer(bell: Bell, handle: () => Promise<void>): Promise<void>;
  /** Takes no more bells and waits for the work in hand. */
  stop(): Promise<void>;
}

const BELLS: Bell[] = ["read-inbox", "send-due"];
/** How long the work in hand may take when the process is asked to stop. */
const GRACE_MS = 15_000;

/**
 * Starts pg-boss on the database that is open already.
 * A bell has the policy "short": at most one is waiting, so a thousand rings between two answers are one.
 */
export async function startQueue(opened: OpenDatabase, logger: Logger): Promise<Queue> {
  const { handle, db } = opened;
  const boss = new PgBoss(
    handle.engine === "pglite"
      ? { db: fromPglite(handle.pglite), useListenNotify: true }
      : { connectionString: handle.connectionString, useListenNotify: true, max: 4 },
  );
  // Without a listener pg-boss's errors end the process; its next poll tries again.
  boss.on("error", (error) => logger.error({ err: error }, "queue error"));
  await boss.start();
  for (const bell of BELLS) {
    const options = {
      policy: "short" as const,
      notify: true,
      retryLimit: 0,
      retentionSeconds: 3600,
      deleteAfterSeconds: 60,
    };
    if (await boss.getQueue(bell)) await boss.updateQueue(bell, { notify: true, retryLimit: 0 });
    else await boss.createQueue(bell, options);
  }
  return {
    ring: async (bell, tx) => {
      await boss.send(bell, {}, { db: fromPrisma(tx ?? db) });
    },
    answer: async (bell, handleWork) => {
      const logged = () =>
        handleWork().catch((error: unknown) =>
          logger.error({ err: error, bell }, "work failed; the sweep rings again"),
        );
      await boss.work(bell, { pollingIntervalSeconds: 2, batchSize: 1 }, logged);
    },
    stop: () => boss.stop({ graceful: true, timeout: GRACE_MS, close: true }),
  };
}
