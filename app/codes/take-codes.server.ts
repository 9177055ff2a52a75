import type { Transaction } from "~/platform/database.server";

/** How many codes are wanted of a coupon. */
export interface CodeDemand {
  shopId: number;
  couponId: string;
  count: number;
}

/** A code that is somebody's from now on: `poolId` and `position` go onto the reward. */
export interface TakenCode {
  poolId: string;
  position: number;
  code: string;
}

/**
 * Takes codes of several coupons inside the caller's transaction: for each demand, in their order, up to `count` codes,
 * fewer when fewer are left, the oldest pool first. Name a coupon only once. The pools stay locked until the transaction ends:
 * other takers of these coupons wait, other coupons' do not. Locks are taken in order of shop and coupon, so two calls
 * cannot wait for each other in a circle; two transactions that each call this twice could.
 *
 * A pool's row is only locked, not changed: each new version of it would have to be stepped over by everyone who looks it up
 * for as long as an older snapshot is open anywhere. What was taken is a row of its own, and the newest is found at the end
 * of an index. So the cost depends neither on how many codes there are nor on how many were taken, and a rollback leaves no
 * gap. Needs READ COMMITTED: a stricter taker that waited fails on the key of `code_taking`.
 */
export async function takeCodes(tx: Transaction, demands: CodeDemand[]): Promise<TakenCode[][]> {
  const taken: TakenCode[][] = demands.map(() => []);
  for (const { demand, poolId, position, code } of await takeFromPools(tx, demands)) {
    if (code === null) throw new Error(`Pool ${poolId} has no code at position ${position}.`);
    taken[demand - 1]?.push({ poolId, position, code });
  }
  return taken;
}

/** One of the taken codes; `demand` counts from 1. */
interface TakenRow {
  demand: number;
  poolId: string;
  position: number;
  code: string | null;
}

// The positions come as an array, which the planner takes for ten rows. A series it takes for a thousand, and a hundred of
// those for work enough to compile the statement first, which takes 300 ms.
function takeFromPools(tx: Transaction, demands: CodeDemand[]): Promise<TakenRow[]> {
  const shopIds = demands.map(({ shopId }) => shopId);
  const couponIds = demands.map(({ couponId }) => couponId);
  const counts = demands.map(({ count }) => Math.max(0, count));
  return tx.$queryRaw`
    with open_pool as (
      select wanted.demand, wanted.count, p.shop_id, p.id, p.number, p.size
        from unnest(${shopIds}::int[], ${couponIds}::uuid[], ${counts}::int[])
             with ordinality as wanted(shop_id, coupon_id, count, demand)
        join code_pool p on p.shop_id = wanted.shop_id and p.coupon_id = wanted.coupon_id
       where p.state = 'open'
       order by p.shop_id, p.coupon_id, p.number for no key update of p),
    stock as materialized (
      select *, codes_taken(id) as taken from open_pool),
    share as (
      select *, size - taken as remaining,
             least(size - taken, count - (sum(size - taken) over (partition by demand order by number) - (size - taken)))::int as quantity
        from stock),
    taking as (
      insert into code_taking (shop_id, pool_id, first, last)
      select shop_id, id, taken + 1, taken + quantity from share where quantity > 0),
    emptied as (
      update code_pool p set state = 'closed'
        from share s where p.shop_id = s.shop_id and p.id = s.id and s.quantity = s.remaining)
    select s.demand::int, s.id as "poolId", taken.position,
           (select c.code from code c where c.pool_id = s.id and c.position = taken.position)
      from share s
      cross join lateral unnest(array(select generate_series(s.taken + 1, s.taken + s.quantity))) as taken(position)
     order by s.demand, s.number, taken.position`;
}
