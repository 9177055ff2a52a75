import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database, OpenDatabase } from "~/platform/database.server";
import { newId } from "~/platform/ids";
import { codeDesk } from "../../tests/support/code-desk";
import { testDatabase } from "../../tests/support/databases";
import { testPool, testShop } from "../../tests/support/factories";

let opened: OpenDatabase;
let db: Database;
beforeAll(async () => {
  opened = await testDatabase();
  db = opened.db;
});
afterAll(() => opened.close());

const { dynamicCoupon } = codeDesk(() => db);

const codeIn = (shopId: number, poolId: string, code: string) => ({ shopId, poolId, position: 9, code, codeKey: code });

test("no code can be stored outside the pools of its shop, whatever is stored with it", async () => {
  const coupon = await dynamicCoupon();
  const poolId = await testPool(db, coupon, ["A"]);
  const stranger = await testShop(db);
  const own = codeIn(coupon.shopId, poolId, "B");
  const store = (...data: (typeof own)[]) => db.code.createMany({ data });

  await expect(store(own, codeIn(stranger.id, poolId, "C"))).rejects.toThrow("Foreign key constraint");
  await expect(store(own, codeIn(coupon.shopId, newId(), "D"))).rejects.toThrow("Foreign key constraint");
  expect(await db.code.count({ where: { poolId } })).toBe(1);
  await store(own);
  expect(await db.code.count({ where: { poolId } })).toBe(2);
});

test("no code can be moved to another pool, and no pool away from its codes", async () => {
  const coupon = await dynamicCoupon();
  const poolId = await testPool(db, coupon, ["A"], 1);
  const other = await testPool(db, coupon, ["B"], 2);
  await expect(db.code.updateMany({ where: { poolId }, data: { poolId: other, position: 9 } })).rejects.toThrow();
  await expect(db.codePool.updateMany({ where: { id: poolId }, data: { id: newId() } })).rejects.toThrow();
  await db.codePool.updateMany({ where: { id: poolId }, data: { fileName: "renamed.csv" } });
});

test("codes go with their pool, and no others do", async () => {
  const coupon = await dynamicCoupon();
  const poolId = await testPool(db, coupon, ["A"], 1);
  const other = await testPool(db, coupon, ["B"], 2);
  await db.codePool.deleteMany({ where: { id: poolId } });
  expect(await db.code.findMany({ where: { shopId: coupon.shopId } })).toMatchObject([{ poolId: other, code: "B" }]);
});
