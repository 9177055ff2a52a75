import type { Database, Transaction } from "~/platform/database.server";

/** Codes of a coupon: `left` can still be taken, `total` also counts those taken. */
export interface CodeCount {
  left: number;
  total: number;
}

/** Counts the published codes of these coupons from their pools alone; unpublished pools have size 0. */
export async function countCodes(
  db: Database | Transaction,
  shopId: number,
  couponIds: string[],
): Promise<Map<string, CodeCount>> {
  const counts = new Map(couponIds.map((couponId) => [couponId, { left: 0, total: 0 }]));
  const rows = await db.$queryRaw<({ couponId: string } & CodeCount)[]>`
    select coupon_id as "couponId", sum(size - next_position + 1)::int as left, sum(size)::int as total
      from code_pool
     where shop_id = ${shopId} and coupon_id = any(${couponIds}::uuid[])
     group by coupon_id`;
  for (const { couponId, left, total } of rows) counts.set(couponId, { left, total });
  return counts;
}
