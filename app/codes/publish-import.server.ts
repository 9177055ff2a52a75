import type { Database } from "~/platform/database.server";
import type { ImportReport } from "./import-report";

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
  const pools = await db.$executeRaw`
    update code_pool p
       set state = 'open', size = ${report.added}, report = ${JSON.stringify(report)}::jsonb, published_at = ${now}, lease_until = null
      from coupon c
     where p.shop_id = ${shopId} and p.id = ${poolId}::uuid and p.state = 'importing'
       and c.shop_id = p.shop_id and c.id = p.coupon_id and c.state <> 'deleted'`;
  return { outcome: pools === 1 ? "published" : "abandoned" };
}
