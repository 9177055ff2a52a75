import type { Database } from "~/platform/database.server";
import { newId } from "~/platform/ids";
import { seedShops } from "../../support/seed-shops";

/** A pool of codes and the coupon it belongs to. */
export interface ClaimPool {
  shopId: number;
  couponId: string;
  poolId: string;
}

/** Pools of three kinds, one of each kind for every shop; their sizes are what all shops have together. */
export interface ClaimPools {
  /** A million codes, none taken. */
  fresh: ClaimPool[];
  /** A million codes, 90 % of them taken, a hundred (with many shops: one) at a time. */
  used: ClaimPool[];
  /** 200,000 codes, taken only to compare with a pool that has been busy under an old snapshot. */
  idle: ClaimPool[];
}

export const CODES = 1_000_000;
const CODES_TO_COMPARE = 200_000;
/** What is left in a pool of the kind `used`, of all its codes. */
export const LEFT = 0.1;

/** Makes the pools of so many shops, and the tables of the references, which use the codes of the fresh pools. */
export async function seedClaims(db: Database, shops: number): Promise<ClaimPools> {
  const { ids } = await seedShops(db, { shops, codesEach: 0 });
  const fresh = await seedKind(db, ids, { number: 2, size: CODES / shops });
  const used = await seedKind(db, ids, { number: 3, size: CODES / shops });
  const idle = await seedKind(db, ids, { number: 4, size: CODES_TO_COMPARE / shops });
  const atOnce = shops === 1 ? 100 : 1;
  await db.$executeRaw`
    insert into code_taking (shop_id, pool_id, first, last)
    select p.shop_id, p.id, n, n + ${atOnce}::int - 1
      from code_pool p, generate_series(1, (p.size * ${1 - LEFT}::float8)::int, ${atOnce}::int) n where p.number = 3`;
  for (const statement of REFERENCE_TABLES) await db.$executeRawUnsafe(statement);
  await db.$executeRaw`vacuum analyze`;
  await db.$executeRaw`checkpoint`;
  return { fresh, used, idle };
}

async function seedKind(
  db: Database,
  shopIds: number[],
  { number, size }: { number: number; size: number },
): Promise<ClaimPool[]> {
  const pools = shopIds.map((shopId) => ({ shopId, couponId: newId(), poolId: newId() }));
  const at = new Date();
  const ready = {
    state: "active" as const,
    trigger: "review" as const,
    description: "10% off",
    codeType: "dynamic" as const,
  };
  await db.coupon.createMany({
    data: pools.map(({ shopId, couponId }) => ({ shopId, id: couponId, ...ready, createdAt: at, activatedAt: at })),
  });
  const file = { fileName: "codes.csv", report: {}, state: "open" as const, createdAt: at, publishedAt: at };
  await db.codePool.createMany({
    data: pools.map(({ shopId, couponId, poolId }) => ({ shopId, couponId, id: poolId, number, size, ...file })),
  });
  await db.$executeRaw`
    insert into code (shop_id, pool_id, position, code, code_key)
    select p.shop_id, p.id, n, key, key
      from code_pool p, generate_series(1, p.size) n,
           lateral (select upper(substr(md5(p.id::text || n), 1, 16)) as key) as code where p.number = ${number}`;
  return pools;
}

/** A counter for each pool; and codes that say of themselves whether they are taken. */
const REFERENCE_TABLES = [
  "create table counter (pool_id uuid primary key, next int not null)",
  "insert into counter select id, 1 from code_pool where number in (2, 4)",
  "create table flagged as select pool_id, position, code, false as taken from code where pool_id in (select id from code_pool where number = 2)",
  "alter table flagged add primary key (pool_id, position)",
  "create index flagged_free on flagged (pool_id, position) where not taken",
];
