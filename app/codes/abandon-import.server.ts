import type { Database } from "~/platform/database.server";

/** Gives up an import that is not published. Its codes are free for other uploads at once; the sweep deletes their rows. */
export async function abandonImport(
  db: Database,
  { shopId, poolId }: { shopId: number; poolId: string },
  now: Date,
): Promise<void> {
  await db.codePool.updateMany({
    where: { shopId, id: poolId, state: "importing" },
    data: { state: "abandoned", leaseUntil: now },
  });
}
