import type { Database, Transaction } from "~/platform/database.server";
import { Prisma } from "~/platform/generated/client";

/** Codes of a coupon: `left` can still be taken, `total` also counts those taken. */
export interface CodeCount {
  left: number;
  total: number;
}

/**
 * Joins to each pool `p` what was taken of it, as `newest.last`; null where nothing was. Read along the index, one row a pool; the
 * function codes_taken() says the same to statements that have just waited for the pool's lock, and cannot be part of a plan.
 */
export const NEWEST_TAKING = Prisma.sql`
  left join lateral (
    select t.last from code_taking t where t.pool_id = p.id order by t.first desc limit 1) as newest on true`;

/** Counts the published codes of these coupons from their pools and what was taken of them; unpublished pools have size 0. */
export async function countCodes(
  db: Database | Transaction,
  shopId: number,
  couponIds: string[],
): Promise<Map<string, CodeCount>> {
  const counts = new Map(couponIds.map((couponId) => [couponId, { left: 0, total: 0 }]));
  const rows = await db.$queryRaw<({ couponId: string } & CodeCount)[]>`
    select p.coupon_id as "couponId", sum(p.size - coalesce(newest.last, 0))::int as left, sum(p.size)::int as total
      from code_pool p ${NEWEST_TAKING}
     where p.shop_id = ${shopId} and p.coupon_id = any(${couponIds}::uuid[])
     group by p.coupon_id`;
  for (const { couponId, left, total } of rows) counts.set(couponId, { left, total });
  return counts;
}
