import type { Database } from "~/platform/database.server";
import { isId } from "~/platform/ids";

/** `removed` codes can no longer be taken and may be uploaded again; 0 where all are taken. `not_found` also for one that still runs. */
export type RemovedUpload = { outcome: "removed"; removed: number } | { outcome: "not_found" };

/** Ends one published upload: its codes that nobody has are removed, taken ones stay on record. */
export async function removeUpload(
  db: Database,
  { shopId, uploadId }: { shopId: number; uploadId: string },
  now: Date,
): Promise<RemovedUpload> {
  if (!isId(uploadId)) return { outcome: "not_found" };
  const [row] = await db.$queryRaw<{ found: boolean; removed: number }[]>`
    with pool as materialized (
      select id, state, size from code_pool
       where shop_id = ${shopId} and id = ${uploadId}::uuid and state in ('open', 'closed') for no key update),
    stock as materialized (
      select id, size, codes_taken(id) as taken from pool where state = 'open'),
    ended as (
      update code_pool p set state = 'closed', size = s.taken, lease_until = ${now}
        from stock s
       where p.shop_id = ${shopId} and p.id = s.id
      returning s.size - s.taken as removed)
    select exists (select from pool) as found, coalesce((select removed from ended), 0)::int as removed`;
  return row?.found ? { outcome: "removed", removed: row.removed } : { outcome: "not_found" };
}
