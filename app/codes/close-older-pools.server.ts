import type { Transaction } from "~/platform/database.server";

/**
 * Ends the open pools of a coupon that are older than this one, which is about to be published in the same transaction; nothing where
 * it was abandoned. Resolves with how many codes can no longer be taken; they may be uploaded again. Taken ones stay on record. Locks
 * in order of the pools' numbers, as everyone does who locks several.
 */
export async function closeOlderPools(
  tx: Transaction,
  { shopId, poolId }: { shopId: number; poolId: string },
  now: Date,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ removed: number }[]>`
    with newest as (
      select coupon_id, number from code_pool where shop_id = ${shopId} and id = ${poolId}::uuid),
    locked as materialized (
      select p.id, p.state, p.size
        from code_pool p
        join newest n on p.coupon_id = n.coupon_id and p.number <= n.number
       where p.shop_id = ${shopId} and (p.state = 'open' or (p.state = 'importing' and p.id = ${poolId}::uuid))
       order by p.number for no key update of p),
    stock as materialized (
      select id, size, codes_taken(id) as taken from locked
       where state = 'open' and exists (select from locked own where own.id = ${poolId}::uuid)),
    ended as (
      update code_pool p set state = 'closed', size = s.taken, lease_until = ${now}
        from stock s
       where p.shop_id = ${shopId} and p.id = s.id
      returning s.size - s.taken as removed)
    select coalesce(sum(removed), 0)::int as removed from ended`;
  return row?.removed ?? 0;
}
