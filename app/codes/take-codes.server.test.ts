import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database, OpenDatabase } from "~/platform/database.server";
import type { Coupon } from "~/platform/generated/client";
import { NOON } from "../../tests/support/clock";
import { codeDesk } from "../../tests/support/code-desk";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testPool, testShop } from "../../tests/support/factories";
import { abandonStaleImports } from "./abandon-stale-imports.server";
import { removeUntakenCodes } from "./remove-untaken-codes.server";
import { takeCodes } from "./take-codes.server";

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

test("serves several coupons at once, each from its own pools, in the order asked for", async () => {
  const first = await dynamicCoupon();
  const second = await testCoupon(db, first.shopId, { codeType: "dynamic" });
  const third = await dynamicCoupon();
  await testPool(db, first, ["A1"], 1);
  await testPool(db, first, ["A2", "A3"], 2);
  await testPool(db, third, ["C1", "C2", "C3"]);
  const demand = ({ shopId, id: couponId }: Coupon, count: number) => ({ shopId, couponId, count });
  const demands = [demand(third, 2), demand(second, 1), demand(first, 2)];

  const taken = await db.$transaction((tx) => takeCodes(tx, demands));

  expect(taken.map((codes) => codes.map(({ code }) => code))).toEqual([["C1", "C2"], [], ["A1", "A2"]]);
  expect([await countOf(first), await countOf(third)]).toEqual([
    { left: 1, total: 3 },
    { left: 1, total: 3 },
  ]);
});

test("keeps a pool open exactly as long as it has codes", async () => {
  const coupon = await dynamicCoupon();
  await testPool(db, coupon, ["A1", "A2"], 1);
  await testPool(db, coupon, ["B1"], 2);
  const states = async () => {
    const pools = await db.codePool.findMany({ where: { shopId: coupon.shopId }, orderBy: { number: "asc" } });
    return pools.map(({ state }) => state);
  };
  await take(coupon, 1);
  expect(await states()).toEqual(["open", "open"]);
  await take(coupon, 1);
  expect(await states()).toEqual(["closed", "open"]);
  await take(coupon, 5);
  expect(await states()).toEqual(["closed", "closed"]);
  expect(await countOf(coupon)).toEqual({ left: 0, total: 3 });
});

test("leaves the pool's row as it is, so that an old snapshot makes nobody step over dead versions of it", async () => {
  const coupon = await dynamicCoupon();
  await testPool(db, coupon, ["A1", "A2", "A3"]);
  const place = () => db.$queryRaw`select ctid::text from code_pool where shop_id = ${coupon.shopId}`;
  const before = await place();
  await take(coupon, 1);
  await take(coupon, 1);
  expect(await place()).toEqual(before);
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
