import type { Database } from "~/platform/database.server";

/** `more` is true when rows are left for the next call. */
export interface DeletedCodes {
  outcome: "deleted";
  deleted: number;
  more: boolean;
}

/** Rows per transaction: the embedded database has one connection, and everything else waits while it is in one. */
const ROWS_AT_ONCE = 4_000;
/** Transactions per call, so that the sweep comes to its other work. */
const ROUNDS = 25;

/**
 * Deletes code rows that belong to nobody: those beyond the size of a pool that was abandoned, closed or cut short. Such
 * pools are marked by a `lease_until`, which is cleared when they have no such row left.
 */
export async function deleteFreedCodes(db: Database): Promise<DeletedCodes> {
  let deleted = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const pool = await db.codePool.findFirst({
      where: { state: { not: "importing" }, leaseUntil: { not: null } },
      select: { shopId: true, id: true, size: true },
      orderBy: { leaseUntil: "asc" },
    });
    if (!pool) return { outcome: "deleted", deleted, more: false };
    const rows = await deleteSome(db, pool);
    deleted += rows;
    if (rows < ROWS_AT_ONCE) await unmarkPool(db, pool);
  }
  return { outcome: "deleted", deleted, more: true };
}

/** Skips rows that an import is just taking over, instead of waiting for it while it waits for others. */
function deleteSome(db: Database, { shopId, id, size }: { shopId: number; id: string; size: number }): Promise<number> {
  return db.$executeRaw`
    delete from code
     where ctid = any(array(
       select c.ctid from code c
        where c.pool_id = (select p.id from code_pool p where p.shop_id = ${shopId} and p.id = ${id}::uuid)
          and c.position > ${size}
        order by c.position limit ${ROWS_AT_ONCE} for update skip locked))`;
}

/** Only if no row was skipped, and the pool was not cut shorter in between. */
async function unmarkPool(
  db: Database,
  { shopId, id, size }: { shopId: number; id: string; size: number },
): Promise<void> {
  await db.$executeRaw`
    update code_pool p set lease_until = null
     where p.shop_id = ${shopId} and p.id = ${id}::uuid and p.size = ${size}
       and not exists (select from code c where c.pool_id = p.id and c.position > p.size)`;
}
