import { failDelivery } from "~/engagements/fail-delivery.server";
import { type TakenDeliveries, takeDeliveries, takeDelivery } from "~/engagements/take-deliveries.server";
import type { Application } from "~/platform/application";
import type { Transaction } from "~/platform/database.server";
import type { InboxDelivery } from "~/platform/generated/client";
import { isDatabaseReachable } from "~/platform/is-database-reachable.server";
import { reachPoint } from "~/platform/reach-point";
import { readDeliveries } from "./read-deliveries";

/** Deliveries read in one transaction. */
const BATCH = 500;

/** Answers "read-inbox": reads what is waiting, batch by batch, until nothing is. */
export async function readInbox(app: Application): Promise<void> {
  let batch = { read: 0, lastShop: 0 };
  do batch = await readBatch(app, batch.lastShop);
  while (batch.read > 0);
}

/** Reads one batch, beginning with the shops after `afterShop`. */
async function readBatch(app: Application, afterShop: number): Promise<{ read: number; lastShop: number }> {
  let deliveries: InboxDelivery[] = [];
  let lastShop = afterShop;
  try {
    await app.db.$transaction(async (tx) => {
      const taken = await takeDeliveries(tx, { limit: BATCH, afterShop }, app.now());
      ({ deliveries, lastShop } = taken);
      await readTaken(app, tx, taken);
      if (deliveries.length > 0) reachPoint("batch-read");
    });
    if (deliveries.length > 0) reachPoint("batch-read-committed");
  } catch (error) {
    if (deliveries.length === 0 || !(await isDatabaseReachable(app.db))) throw error;
    app.logger.warn(
      { err: error, deliveries: deliveries.length },
      "a batch failed; its deliveries are read one by one",
    );
    for (const delivery of deliveries) await readAlone(app, delivery);
  }
  return { read: deliveries.length, lastShop };
}

/** One delivery that always throws must not hold up the others of its batch. */
async function readAlone(app: Application, { shopId, id, attempts }: InboxDelivery): Promise<void> {
  try {
    await app.db.$transaction(async (tx) => readTaken(app, tx, await takeDelivery(tx, { shopId, id })));
  } catch (error) {
    // A database that is away is not the delivery's fault.
    if (!(await isDatabaseReachable(app.db))) throw error;
    const { outcome } = await failDelivery(app.db, { shopId, id, attempts }, app.now());
    app.logger.error({ err: error, shopId, delivery: String(id), outcome }, "a delivery could not be read");
  }
}

async function readTaken(app: Application, tx: Transaction, taken: TakenDeliveries): Promise<void> {
  if (taken.deliveries.length === 0) return;
  const now = app.now();
  const due = await readDeliveries(tx, taken, app.cipher, now);
  if (due && due <= now) await app.queue.ring("send-due", tx);
}
