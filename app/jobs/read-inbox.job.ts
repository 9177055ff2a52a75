import { failDelivery } from "~/engagements/fail-delivery.server";
import { type TakenDeliveries, takeDeliveries, takeShopDeliveries } from "~/engagements/take-deliveries.server";
import type { Application } from "~/platform/application";
import type { Transaction } from "~/platform/database.server";
import type { InboxDelivery } from "~/platform/generated/client";
import { isDatabaseReachable } from "~/platform/is-database-reachable.server";
import { letOthersIn } from "~/platform/let-others-in";
import { reachPoint } from "~/platform/reach-point";
import { readDeliveries } from "./read-deliveries";

/** Deliveries read in one transaction. */
const BATCH = 500;

/** Answers "read-inbox": reads what is waiting, batch by batch, until nothing is. */
export async function readInbox(app: Application): Promise<void> {
  let batch = { read: 0, lastShop: 0 };
  do {
    batch = await readBatch(app, batch.lastShop);
    await letOthersIn();
  } while (batch.read > 0);
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
      "a batch failed; each of its shops is read by itself",
    );
    await readByShop(app, deliveries);
  }
  return { read: deliveries.length, lastShop };
}

/** What throws is one shop's: the other shops of its batch are read as fast as ever, and before that shop's one by one. */
async function readByShop(app: Application, deliveries: InboxDelivery[]): Promise<void> {
  const shops = [...Map.groupBy(deliveries, ({ shopId }) => shopId).values()];
  const failing: InboxDelivery[] = [];
  for (const ofShop of shops) {
    if (shops.length === 1 || !(await readShop(app, ofShop))) failing.push(...ofShop);
  }
  for (const delivery of failing) await readAlone(app, delivery);
}

/** Whether a shop's deliveries could be read as one batch. */
async function readShop(app: Application, deliveries: InboxDelivery[]): Promise<boolean> {
  try {
    await readAgain(app, deliveries);
    return true;
  } catch (error) {
    if (!(await isDatabaseReachable(app.db))) throw error;
    const shopId = deliveries[0]?.shopId;
    app.logger.warn({ err: error, shopId, deliveries: deliveries.length }, "a shop's deliveries are read one by one");
    return false;
  }
}

/** One delivery that always throws must not hold up the others of its shop. */
async function readAlone(app: Application, delivery: InboxDelivery): Promise<void> {
  const { shopId, id, attempts } = delivery;
  try {
    await readAgain(app, [delivery]);
  } catch (error) {
    // A database that is away is not the delivery's fault.
    if (!(await isDatabaseReachable(app.db))) throw error;
    const { outcome } = await failDelivery(app.db, { shopId, id, attempts }, app.now());
    app.logger.error({ err: error, shopId, delivery: String(id), outcome }, "a delivery could not be read");
  }
}

/** Reads deliveries of one shop that were taken before, in a transaction of their own. */
async function readAgain(app: Application, deliveries: InboxDelivery[]): Promise<void> {
  const [first] = deliveries;
  if (!first) return;
  const input = { shopId: first.shopId, ids: deliveries.map(({ id }) => id) };
  await app.db.$transaction(async (tx) => readTaken(app, tx, await takeShopDeliveries(tx, input)));
}

async function readTaken(app: Application, tx: Transaction, taken: TakenDeliveries): Promise<void> {
  if (taken.deliveries.length === 0) return;
  const now = app.now();
  const due = await readDeliveries(tx, taken, app.cipher, now);
  if (due && due <= now) await app.queue.ring("send-due", tx);
}
