import type { Database, Transaction } from "~/platform/database.server";
import { reachPoint } from "~/platform/reach-point";
import { closeOlderPools } from "./close-older-pools.server";
import type { ImportReport } from "./import-report";
import { storableJson } from "./storable-report";

export type PublishedImport = { outcome: "published"; report: ImportReport } | { outcome: "abandoned" };

/**
 * Makes all codes of an import exist, by one update of its pool; with `replace`, the older pools of its coupon end in the same
 * transaction, and the report says how many codes went with them. `abandoned` when the import was given up or its coupon deleted
 * meanwhile; nothing is changed then.
 */
export async function publishImport(
  db: Database,
  { replace, ...input }: { shopId: number; poolId: string; report: ImportReport; replace: boolean },
  now: Date,
): Promise<PublishedImport> {
  const report = await db.$transaction(async (tx) => {
    const report = replace ? withRemoved(input.report, await closeOlderPools(tx, input, now)) : input.report;
    const pools = await publishPool(tx, { ...input, report }, now);
    if (pools === 1) reachPoint("import-published");
    return pools === 1 ? report : null;
  });
  if (!report) return { outcome: "abandoned" };
  reachPoint("import-published-committed");
  return { outcome: "published", report };
}

function withRemoved(report: ImportReport, count: number): ImportReport {
  return count === 0 ? report : { ...report, notices: [...report.notices, { kind: "replaced", count }] };
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
