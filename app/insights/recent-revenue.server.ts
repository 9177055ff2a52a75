import type { Database } from "~/platform/database.server";

/** What orders that used a code brought in, each order counted once however many codes it used. */
export interface RecentRevenue {
  orders: number;
  /** What was paid for them less what was refunded, in the shop's currency. */
  revenue: number;
}

/** Days that `recentRevenue` looks back. */
export const REVENUE_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Adds up the orders of the last 30 days that used a code and were not cancelled, along the index of each coupon's redemptions. */
export async function recentRevenue(db: Database, { shopId }: { shopId: number }, now: Date): Promise<RecentRevenue> {
  const since = new Date(now.getTime() - REVENUE_DAYS * DAY_MS);
  const [sums] = await db.$queryRaw<RecentRevenue[]>`
    select count(*)::int as orders, coalesce(sum(value), 0)::float8 as revenue
    from (
      select max(r.order_value - r.refunded) as value
      from coupon c
      join redemption r on r.coupon_id = c.id and r.shop_id = c.shop_id and r.redeemed_at >= ${since}
      where c.shop_id = ${shopId} and r.cancelled_at is null
      group by r.order_id
    ) used`;
  return sums ?? { orders: 0, revenue: 0 };
}
