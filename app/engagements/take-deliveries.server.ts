import type { Transaction } from "~/platform/database.server";
import type { InboxDelivery, Shop } from "~/platform/generated/client";
import { lockShop } from "~/platform/lock-shop.server";

/** Bodies read at once, in bytes. */
const MAX_BYTES = 16_000_000;
/** Above every id of a shop. */
const LAST = 2_147_483_647;

/** Deliveries to read now, each shop's oldest first, and the shops they came to, whose rows are locked. */
export interface TakenDeliveries {
  shops: Shop[];
  deliveries: InboxDelivery[];
}

/**
 * Takes up to `limit` waiting deliveries for the rest of this transaction, of the shops with the next ids after `afterShop`
 * and round again from the first, so that every shop has its turn; `lastShop` is where the next turn begins. Whole shops are taken, by locking the shop's row: one
 * shop's deliveries are never read by two workers at once, and a crash gives them back by itself. The lock is `lockShop`'s.
 */
export async function takeDeliveries(
  tx: Transaction,
  { limit, afterShop }: { limit: number; afterShop: number },
  now: Date,
): Promise<TakenDeliveries & { lastShop: number }> {
  const ahead = await lockShops(tx, { from: afterShop, to: LAST, limit }, now);
  const shopIds = [...ahead, ...(await lockShops(tx, { from: 0, to: afterShop, limit: limit - ahead.length }, now))];
  // Twice an even share: what shops with less leave over goes to those with more.
  const share = Math.ceil((2 * limit) / Math.max(1, shopIds.length));
  const waiting = await tx.$queryRaw<{ id: bigint; bytes: number }[]>`
    select d.id, d.bytes from unnest(${shopIds}::int[]) as turn(shop_id)
    cross join lateral (
      select id, octet_length(body) as bytes, row_number() over (order by id) as place
      from inbox_delivery where shop_id = turn.shop_id and state = 'waiting' and next_try_at <= ${now}
      order by id limit ${share}
    ) d
    order by d.place, d.id limit ${limit}`;
  return { ...(await load(tx, shopIds, withinMemory(waiting))), lastShop: shopIds.at(-1) ?? afterShop };
}

/** Steps through the index of what waits from shop to shop, and locks those no other worker has in hand. */
async function lockShops(
  tx: Transaction,
  { from, to, limit }: { from: number; to: number; limit: number },
  now: Date,
): Promise<number[]> {
  if (limit <= 0 || from >= to) return [];
  const rows = await tx.$queryRaw<{ id: number }[]>`
    with recursive step(shop_id) as (
      select min(shop_id) from inbox_delivery where state = 'waiting' and shop_id > ${from} and shop_id <= ${to}
      union all
      select (select min(d.shop_id) from inbox_delivery d
              where d.state = 'waiting' and d.shop_id > step.shop_id and d.shop_id <= ${to})
      from step where step.shop_id is not null
    )
    select s.id from shop s
    where s.id in (
      select step.shop_id from step
      where exists (select 1 from inbox_delivery d
                    where d.shop_id = step.shop_id and d.state = 'waiting' and d.next_try_at <= ${now})
    )
    order by s.id limit ${limit} for no key update skip locked`;
  return rows.map((row) => row.id);
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

/** Takes these deliveries of one shop, waiting for its lock; those that were read meanwhile are left out. */
export async function takeShopDeliveries(
  tx: Transaction,
  input: { shopId: number; ids: bigint[] },
): Promise<TakenDeliveries> {
  await lockShop(tx, input.shopId);
  return load(tx, [input.shopId], input.ids);
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
