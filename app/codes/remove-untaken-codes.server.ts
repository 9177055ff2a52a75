import type { Database, Transaction } from "~/platform/database.server";

/** `removed` codes can no longer be taken and may be uploaded again. */
export interface RemovedCodes {
  outcome: "removed";
  removed: number;
}

/**
 * Ends a coupon's pools but for the next `keep` codes, those its promised rewards will need; taken codes stay on record.
 * Uploads that are running for it are abandoned. Only the pools change, by one statement that may be part of the caller's
 * transaction; the rows without an owner are deleted by the sweep (`delete-freed-codes.server.ts`).
 */
export async function removeUntakenCodes(
  db: Database | Transaction,
  { shopId, couponId, keep }: { shopId: number; couponId: string; keep: number },
  now: Date,
): Promise<RemovedCodes> {
  const [row] = await db.$queryRaw<{ removed: number }[]>`
    with pool as (
      select id, number, state, size
        from code_pool
       where shop_id = ${shopId} and coupon_id = ${couponId}::uuid and state in ('open', 'importing')
       order by number for no key update),
    stock as materialized (
      select id, number, state, codes_taken(id) as taken, size from pool),
    share as (
      select id, state, taken, size - taken as remaining,
             greatest(least(size - taken, ${keep}::int - (sum(size - taken) over (order by number) - (size - taken))), 0)::int as kept
        from stock),
    ended as (
      update code_pool p
         set state = (case when s.state = 'importing' then 'abandoned' when s.kept = 0 then 'closed' else 'open' end)::pool_state,
             size = s.taken + s.kept,
             lease_until = ${now}
        from share s
       where p.shop_id = ${shopId} and p.id = s.id
      returning s.remaining - s.kept as removed)
    select coalesce(sum(removed), 0)::int as removed from ended`;
  return { outcome: "removed", removed: row?.removed ?? 0 };
}
