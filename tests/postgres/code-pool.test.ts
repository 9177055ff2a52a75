import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database, OpenDatabase } from "~/platform/database.server";
import { postgresAvailable, postgresDatabase } from "../support/databases";
import { testCoupon, testPool, testShop } from "../support/factories";

describe.skipIf(!postgresAvailable())("codes and the pool they belong to", () => {
  let opened: OpenDatabase;
  let db: Database;
  beforeAll(async () => {
    opened = await postgresDatabase();
    db = opened.db;
  });
  afterAll(() => opened.close());

  const someoneWaits = async () => {
    const [row] = await db.$queryRaw<
      { waits: boolean }[]
    >`select exists (select from pg_locks where not granted) as waits`;
    return row?.waits;
  };
  const poolWithCode = async () => {
    const coupon = await testCoupon(db, (await testShop(db)).id, { codeType: "dynamic" });
    const poolId = await testPool(db, coupon, ["A"]);
    return { where: { poolId }, code: { shopId: coupon.shopId, poolId, position: 2, code: "B", codeKey: "B" } };
  };

  test("a code that is being stored goes with its pool, which is deleted meanwhile", async () => {
    const { where, code } = await poolWithCode();
    const { deleting } = await db.$transaction(async (tx) => {
      await tx.code.create({ data: code });
      const deleting = db.codePool.deleteMany({ where: { id: code.poolId } }).then(({ count }) => count);
      while (!(await someoneWaits()));
      return { deleting };
    });
    expect(await deleting).toBe(1);
    expect(await db.code.count({ where })).toBe(0);
  });

  test("a code is not stored in a pool that is being deleted", async () => {
    const { where, code } = await poolWithCode();
    const { storing } = await db.$transaction(async (tx) => {
      await tx.codePool.deleteMany({ where: { id: code.poolId } });
      const storing = db.code.create({ data: code }).catch((error: { code: string }) => error.code);
      while (!(await someoneWaits()));
      return { storing };
    });
    expect(await storing).toBe("P2003");
    expect(await db.code.count({ where })).toBe(0);
  });
});
