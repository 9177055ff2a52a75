import type { Database } from "~/platform/database.server";
import { isId } from "~/platform/ids";
import { lockShop } from "~/platform/lock-shop.server";

/** `removed` codes can no longer be taken and may be uploaded again; 0 where all are taken. `not_found` also for one that still runs. */
export type RemovedUpload = { outcome: "removed"; removed: number } | { outcome: "not_found" };

/**
 * Ends one published upload: its codes that nobody has are removed, taken ones stay on record. Those of a deleted coupon were kept
 * for whom they are promised to, and are not found.
 */
export async function removeUpload(
  db: Database,
  { shopId, uploadId }: { shopId: number; uploadId: string },
  now: Date,
): Promise<RemovedUpload> {
  if (!isId(uploadId)) return { outcome: "not_found" };
  return db.$transaction(async (tx) => {
    // Whoever deletes a coupon or puts it live counts its codes under the same lock.
    await lockShop(tx, shopId);
    const [row] = await tx.$queryRaw<{ found: boolean; removed: number }[]>`
    with pool as materialized (
      select p.id, p.state, p.size from code_pool p join coupon c on c.shop_id = p.shop_id and c.id = p.coupon_id
       where p.shop_id = ${shopId} and p.id = ${uploadId}::uuid and p.state in ('open', 'closed') and c.state <> 'deleted'
         for no key update of p),
    stock as materialized (
      select id, size, codes_taken(id) as taken from pool where state = 'open'),
    ended as (
      update code_pool p set state = 'closed', size = s.taken, lease_until = ${now}
        from stock s
       where p.shop_id = ${shopId} and p.id = s.id
      returning s.size - s.taken as removed)
    select exists (select from pool) as found, coalesce((select removed from ended), 0)::int as removed`;
    return row?.found ? { outcome: "removed", removed: row.removed } : { outcome: "not_found" };
  });
}
