import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database, OpenDatabase } from "~/platform/database.server";
import { NOON } from "../../tests/support/clock";
import { codeDesk } from "../../tests/support/code-desk";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testPool, testShop } from "../../tests/support/factories";
import { abandonStaleImports } from "./abandon-stale-imports.server";
import { removeUntakenCodes } from "./remove-untaken-codes.server";

let opened: OpenDatabase;
let db: Database;
beforeAll(async () => {
  opened = await testDatabase();
  db = opened.db;
});
afterAll(() => opened.close());

const { dynamicCoupon, upload, take, takenCodes, countOf } = codeDesk(() => db);

test("empties the oldest pool first, goes on into the next, and stops when nothing is left", async () => {
  const coupon = await dynamicCoupon();
  await testPool(db, coupon, ["A1", "A2", "A3"], 1);
  await testPool(db, coupon, ["B1", "B2"], 2);
  expect(await takenCodes(coupon, 2)).toEqual(["A1", "A2"]);
  expect(await takenCodes(coupon, 2)).toEqual(["A3", "B1"]);
  expect(await countOf(coupon)).toEqual({ left: 1, total: 5 });
  expect(await takenCodes(coupon, 2)).toEqual(["B2"]);
  expect(await takenCodes(coupon, 2)).toEqual([]);
  expect(await takenCodes(coupon, 0)).toEqual([]);
});

test("never takes from another shop or another coupon", async () => {
  const coupon = await dynamicCoupon();
  await testPool(db, coupon, ["OTHER"]);
  const sibling = await testCoupon(db, coupon.shopId, { codeType: "dynamic" });
  const stranger = { ...coupon, shopId: (await testShop(db)).id };
  expect([await takenCodes(sibling, 1), await takenCodes(stranger, 1)]).toEqual([[], []]);
});

test("removes what nobody has and promised rewards do not need; those codes may be uploaded again", async () => {
  const coupon = await dynamicCoupon();
  const { shopId, id: couponId } = coupon;
  await testPool(db, coupon, ["A1", "A2", "A3"], 1);
  await testPool(db, coupon, ["B1", "B2", "B3"], 2);
  await take(coupon, 2);

  const removed = await removeUntakenCodes(db, { shopId, couponId, keep: 2 }, NOON);
  expect([removed, await countOf(coupon)]).toEqual([
    { outcome: "removed", removed: 2 },
    { left: 2, total: 4 },
  ]);

  const other = await testCoupon(db, shopId, { codeType: "dynamic" });
  expect(await upload(other, "A1\nA2\nA3\nB1\nB2\n")).toMatchObject({ report: { added: 1, duplicateInShop: 4 } });
  expect(await abandonStaleImports(db, NOON)).toMatchObject({ deletedCodes: 1 });
  expect([await takenCodes(coupon, 5), await takenCodes(other, 5)]).toEqual([["A3", "B1"], ["B2"]]);
  expect(await db.code.count({ where: { shopId } })).toBe(5);
});
