import type { Transaction } from "~/platform/database.server";

/** A code that is somebody's from now on: `poolId` and `position` go onto the reward. */
export interface TakenCode {
  poolId: string;
  position: number;
  code: string;
}

/**
 * Takes up to `count` codes of a coupon inside the caller's transaction: fewer when fewer are left, the oldest pool first.
 * Taking advances the pools' `next_position`, so the cost depends neither on how many codes there are nor on how many were
 * taken, a rollback leaves no gap, and a code once taken is never met again. The pools stay locked until the transaction
 * ends: other takers of this coupon wait, other coupons' do not. A transaction that takes for several coupons takes for them
 * in order of coupon id, or two of them could wait for each other.
 */
export async function takeCodes(
  tx: Transaction,
  { shopId, couponId, count }: { shopId: number; couponId: string; count: number },
): Promise<TakenCode[]> {
  if (count <= 0) return [];
  const taken = await tx.$queryRaw<{ poolId: string; position: number; code: string | null }[]>`
    with open_pool as (
      select id, number, next_position, size - next_position + 1 as remaining
        from code_pool
       where shop_id = ${shopId} and coupon_id = ${couponId}::uuid and state = 'open' and next_position <= size
       order by number for no key update),
    share as (
      select id, number, next_position as first,
             least(remaining, ${count}::int - (sum(remaining) over (order by number) - remaining))::int as quantity
        from open_pool),
    advanced as (
      update code_pool p set next_position = s.first + s.quantity
        from share s
       where p.shop_id = ${shopId} and p.id = s.id and s.quantity > 0
      returning s.id, s.number, s.first, s.quantity)
    select a.id as "poolId", taken.position,
           (select c.code from code c where c.pool_id = a.id and c.position = taken.position)
      from advanced a
      cross join lateral generate_series(a.first, a.first + a.quantity - 1) as taken(position)
     order by a.number, taken.position`;
  return taken.map(({ poolId, position, code }) => {
    if (code === null) throw new Error(`Pool ${poolId} has no code at position ${position}.`);
    return { poolId, position, code };
  });
}
