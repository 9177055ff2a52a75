import type { Database } from "~/platform/database.server";
import { newId } from "~/platform/ids";
import { importLease } from "./import-lease";
import { storableText } from "./storable-text";

/** As long as file systems let a name be; the browser says what it likes. */
const LONGEST_FILE_NAME = 255;

export type StartedImport = { outcome: "started"; poolId: string } | { outcome: "no_such_coupon" };

/**
 * Opens the pool an upload is written into: state `importing`, size 0, the next number of the coupon.
 * `no_such_coupon` also for one that takes no codes from files.
 */
export async function startImport(
  db: Database,
  { shopId, couponId, fileName }: { shopId: number; couponId: string; fileName: string },
  now: Date,
): Promise<StartedImport> {
  for (;;) {
    const poolId = newId();
    const pools = await db.$executeRaw`
      insert into code_pool (shop_id, id, coupon_id, number, state, file_name, report, lease_until, created_at)
      select c.shop_id, ${poolId}::uuid, c.id,
             (select coalesce(max(p.number), 0) + 1 from code_pool p where p.shop_id = c.shop_id and p.coupon_id = c.id),
             'importing', ${storableText(fileName.slice(0, LONGEST_FILE_NAME))}, '{}', ${importLease(now)}, ${now}
        from coupon c
       where c.shop_id = ${shopId} and c.id = ${couponId}::uuid and c.code_type = 'dynamic' and c.state <> 'deleted'
      on conflict (shop_id, coupon_id, number) do nothing`;
    if (pools === 1) return { outcome: "started", poolId };
    // No row: either there is no such coupon, or another upload took the number between reading and writing it.
    if (!(await hasCoupon(db, shopId, couponId))) return { outcome: "no_such_coupon" };
  }
}

async function hasCoupon(db: Database, shopId: number, couponId: string): Promise<boolean> {
  const where = { shopId, id: couponId, codeType: "dynamic", state: { not: "deleted" } } as const;
  return (await db.coupon.count({ where })) > 0;
}
