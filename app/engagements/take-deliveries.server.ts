import type { Transaction } from "~/platform/database.server";
import type { InboxDelivery, Shop } from "~/platform/generated/client";

/** Deliveries to read now, oldest first, and the shops they came to, whose rows are locked. */
export interface TakenDeliveries {
  shops: Shop[];
  deliveries: InboxDelivery[];
}

/**
 * Takes up to `limit` waiting deliveries for the rest of this transaction. Whole shops are taken, by locking the shop's
 * row: one shop's deliveries are never read by two workers at once, and a crash gives them back by itself.
 * The lock is `no key update`, the weakest that excludes another reader: inserts that refer to the shop go on.
 */
export async function takeDeliveries(tx: Transaction, input: { limit: number }, now: Date): Promise<TakenDeliveries> {
  const locked = await tx.$queryRaw<{ id: number }[]>`
    select id from shop
    where id in (
      select shop_id from (
        select shop_id from inbox_delivery where state = 'waiting' and next_try_at <= ${now}
        order by next_try_at, id limit ${input.limit}
      ) oldest
    )
    order by id for no key update skip locked`;
  return load(tx, locked, { state: "waiting", nextTryAt: { lte: now } }, input.limit);
}

/** Takes one delivery, waiting for its shop's lock; none if it was read meanwhile. */
export async function takeDelivery(tx: Transaction, input: { shopId: number; id: bigint }): Promise<TakenDeliveries> {
  const locked = await tx.$queryRaw<{ id: number }[]>`select id from shop where id = ${input.shopId} for no key update`;
  return load(tx, locked, { state: "waiting", id: input.id }, 1);
}

async function load(
  tx: Transaction,
  locked: { id: number }[],
  where: { state: "waiting"; nextTryAt?: { lte: Date }; id?: bigint },
  take: number,
): Promise<TakenDeliveries> {
  const shopId = { in: locked.map((shop) => shop.id) };
  if (locked.length === 0) return { shops: [], deliveries: [] };
  const shops = await tx.shop.findMany({ where: { id: shopId } });
  const deliveries = await tx.inboxDelivery.findMany({ where: { ...where, shopId }, orderBy: { id: "asc" }, take });
  return { shops, deliveries };
}
