import type { Database, Transaction } from "~/platform/database.server";
import { reachPoint } from "~/platform/reach-point";
import type { ImportReport } from "./import-report";
import { storableJson } from "./storable-report";

export type PublishedImport = { outcome: "published" } | { outcome: "abandoned" };

/**
 * Makes all codes of an import exist, by one update of its pool. `abandoned` when the import was given up or its coupon
 * deleted meanwhile.
 */
export async function publishImport(
  db: Database,
  { shopId, poolId, report }: { shopId: number; poolId: string; report: ImportReport },
  now: Date,
): Promise<PublishedImport> {
  const isPublished = await db.$transaction(async (tx) => {
    const pools = await publishPool(tx, { shopId, poolId, report }, now);
    if (pools === 1) reachPoint("import-published");
    return pools === 1;
  });
  if (!isPublished) return { outcome: "abandoned" };
  reachPoint("import-published-committed");
  return { outcome: "published" };
}

function publishPool(
  tx: Transaction,
  { shopId, poolId, report }: { shopId: number; poolId: string; report: ImportReport },
  now: Date,
): Promise<number> {
  return tx.$executeRaw`
    update code_pool p
       set state = 'open', size = ${report.added}, report = ${storableJson(report)}::jsonb, published_at = ${now}, lease_until = null
      from coupon c
     where p.shop_id = ${shopId} and p.id = ${poolId}::uuid and p.state = 'importing'
       and c.shop_id = p.shop_id and c.id = p.coupon_id and c.state <> 'deleted'`;
}
