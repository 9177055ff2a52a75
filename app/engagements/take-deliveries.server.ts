import type { Transaction } from "~/platform/database.server";
import type { InboxDelivery, Shop } from "~/platform/generated/client";

/** Bodies read at once, in bytes. */
const MAX_BYTES = 16_000_000;

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
  const shopIds = locked.map((shop) => shop.id);
  const waiting = await tx.$queryRaw<{ id: bigint; bytes: number }[]>`
    select id, octet_length(body) as bytes from inbox_delivery
    where shop_id = any(${shopIds}::int[]) and state = 'waiting' and next_try_at <= ${now}
    order by id limit ${input.limit}`;
  return load(tx, shopIds, withinMemory(waiting));
}

/** The first deliveries that fit into memory together, and at least one. */
function withinMemory(waiting: { id: bigint; bytes: number }[]): bigint[] {
  const ids: bigint[] = [];
  let total = 0;
  for (const { id, bytes } of waiting) {
    total += bytes;
    if (total > MAX_BYTES && ids.length > 0) break;
    ids.push(id);
  }
  return ids;
}

/** Takes one delivery, waiting for its shop's lock; none if it was read meanwhile. */
export async function takeDelivery(tx: Transaction, input: { shopId: number; id: bigint }): Promise<TakenDeliveries> {
  const locked = await tx.$queryRaw<{ id: number }[]>`select id from shop where id = ${input.shopId} for no key update`;
  return load(
    tx,
    locked.map((shop) => shop.id),
    [input.id],
  );
}

async function load(tx: Transaction, shopIds: number[], ids: bigint[]): Promise<TakenDeliveries> {
  if (ids.length === 0) return { shops: [], deliveries: [] };
  const shops = await tx.shop.findMany({ where: { id: { in: shopIds } } });
  const deliveries = await tx.inboxDelivery.findMany({
    where: { shopId: { in: shopIds }, id: { in: ids }, state: "waiting" },
    orderBy: { id: "asc" },
  });
  return { shops, deliveries };
}
