import type { Database, Transaction } from "~/platform/database.server";
import { lockShop } from "~/platform/lock-shop.server";
import { reachPoint } from "~/platform/reach-point";
import { closeOlderPools } from "./close-older-pools.server";
import type { ImportReport } from "./import-report";
import { storableJson } from "./storable-report";
import { type StoredImport, withdrawStaticCodes } from "./withdraw-static-codes.server";

export type PublishedImport =
  | { outcome: "published"; report: ImportReport }
  | { outcome: "nothing_left"; report: ImportReport }
  | { outcome: "abandoned" };

/**
 * Makes all codes of an import exist, by one update of its pool; with `replace`, the older pools of its coupon end in the same
 * transaction, and the report says how many codes went with them. Codes that became static ones meanwhile are rejected:
 * `nothing_left` where no other was in the file. `abandoned` when the import was given up or its coupon deleted meanwhile. Nothing
 * is published or replaced in either case. `clock` says what time it is whenever it is asked.
 */
export async function publishImport(
  db: Database,
  { replace, ...input }: StoredImport & { replace: boolean },
  clock: () => Date,
): Promise<PublishedImport> {
  const published = await db.$transaction(async (tx): Promise<PublishedImport> => {
    // Whoever makes a code a static one holds the same lock: one of the two sees what the other did.
    await lockShop(tx, input.shopId);
    // So does whoever deletes a coupon: what it keeps then is promised.
    if (!(await isWanted(tx, input))) return { outcome: "abandoned" };
    const own = await withdrawStaticCodes(tx, input);
    if (own.added === 0) return { outcome: "nothing_left", report: own };
    const report = replace ? withRemoved(own, await closeOlderPools(tx, input, clock())) : own;
    // Once all locks are held: what was noticed while they were waited for was noticed before these codes were there.
    const pools = await publishPool(tx, { ...input, report }, clock());
    if (pools === 0) return { outcome: "abandoned" };
    reachPoint("import-published");
    return { outcome: "published", report };
  });
  if (published.outcome === "published") reachPoint("import-published-committed");
  return published;
}

async function isWanted(tx: Transaction, { shopId, poolId }: { shopId: number; poolId: string }): Promise<boolean> {
  const pool = { shopId, id: poolId, state: "importing", coupon: { state: { not: "deleted" } } } as const;
  return (await tx.codePool.count({ where: pool })) === 1;
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
