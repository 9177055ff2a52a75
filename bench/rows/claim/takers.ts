import type pg from "pg";
import { takeCodes } from "~/codes/take-codes.server";
import type { Database } from "~/platform/database.server";
import type { ClaimPool } from "./seed-claims";

/** Takes `each` codes from each of these pools in one transaction and returns the codes. */
export type Taker = (pools: ClaimPool[], each: number) => Promise<string[]>;

/** Laurel's way. */
export function ourTaker(db: Database): Taker {
  return async (pools, each) => {
    const demands = pools.map(({ shopId, couponId }) => ({ shopId, couponId, count: each }));
    const taken = await db.$transaction((tx) => takeCodes(tx, demands));
    return taken.flat().map(({ code }) => code);
  };
}

const ADVANCE = `
  with locked as (select pool_id from counter where pool_id = any($1::uuid[]) order by pool_id for no key update),
  advanced as (
    update counter set next = next + $2::int from locked where counter.pool_id = locked.pool_id
    returning counter.pool_id, next - $2::int as first)
  select code.code from advanced join code on code.pool_id = advanced.pool_id and code.position >= first and code.position < first + $2::int`;

/** The physical way: a counter for each pool, advanced in a transaction of plain SQL. It does not notice the end of a pool. */
export function counterTaker(connections: pg.Pool): Taker {
  return async (pools, each) => {
    const client = await connections.connect();
    try {
      await client.query("begin");
      const values = [pools.map(({ poolId }) => poolId), each];
      const { rows } = await client.query<{ code: string }>({ name: "advance", text: ADVANCE, values });
      await client.query("commit");
      return rows.map(({ code }) => code);
    } finally {
      client.release();
    }
  };
}

const SKIP_LOCKED = `
  update flagged set taken = true where (pool_id, position) = (
    select pool_id, position from flagged where pool_id = $1 and not taken order by position limit 1 for update skip locked)
  returning code`;

/** A usual way: one code at a time, the first that nobody has and nobody is looking at. */
export function skipLockedTaker(connections: pg.Pool): Taker {
  return async (pools) => {
    const { rows } = await connections.query<{ code: string }>({
      name: "skip-locked",
      text: SKIP_LOCKED,
      values: [pools[0]?.poolId],
    });
    return rows.map(({ code }) => code);
  };
}

/** Another: one code at a time, found and then marked in one Prisma transaction, and again when somebody else was faster. */
export function findAndMarkTaker(db: Database): Taker {
  return async ([pool]) => {
    for (;;) {
      const code = await db.$transaction(async (tx) => {
        const [found] = await tx.$queryRaw<{ position: number; code: string }[]>`
          select position, code from flagged where pool_id = ${pool?.poolId}::uuid and not taken order by position limit 1`;
        if (!found) throw new Error("no code is left");
        const marked = await tx.$executeRaw`
          update flagged set taken = true where pool_id = ${pool?.poolId}::uuid and position = ${found.position} and not taken`;
        return marked === 1 ? found.code : null;
      });
      if (code !== null) return [code];
    }
  };
}
