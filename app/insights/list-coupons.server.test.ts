import { subDays } from "date-fns";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { countCodesLeft } from "~/rewards/count-codes-left.server";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testEngagement, testPool, testReward, testShop, testShopper } from "../../tests/support/factories";
import { intl } from "../../tests/support/shop-intl";
import { COUPON_SORTS, filterCoupons, readCouponFilter } from "./coupon-filter";
import { listCoupons } from "./list-coupons.server";

let opened: OpenDatabase;
let shopId: number;

beforeAll(async () => {
  opened = await testDatabase();
  const { db } = opened;
  ({ id: shopId } = await testShop(db));
  const codes = { codeType: "dynamic" as const, limitPerShopper: 10 };
  const pooled = await testCoupon(db, shopId, {
    ...codes,
    description: "Été 15%",
    trigger: "photo_review",
    budgetUsed: 3,
  });
  const poolId = await testPool(db, pooled, ["A1", "A2", "A3", "A4", "A5", "A6"]);
  await db.codeTaking.create({ data: { shopId, poolId, first: 1, last: 2 } });
  const shopper = await testShopper(db, shopId, "ada@example.com");
  for (const [position, daysAgo] of [
    [1, 1],
    [2, 20],
  ] as const) {
    const codeTakenAt = subDays(NOON, daysAgo);
    const given = { state: "sent" as const, slot: position, poolId, position, codeTakenAt, settledAt: codeTakenAt };
    await testReward(db, await testEngagement(db, shopper), pooled, given);
  }
  await testReward(db, await testEngagement(db, shopper), pooled, { slot: 3 });
  const paused = {
    state: "paused" as const,
    pausedAt: NOON,
    createdAt: NOON,
    description: "Plain",
    staticCode: "WELCOME5",
  };
  const shared = await testCoupon(db, shopId, paused);
  await db.couponRevenue.create({ data: { shopId, couponId: shared.id, redeemed: 4, revenue: "120.50" } });
  await testCoupon(db, shopId, { state: "deleted", deletedAt: NOON });
  await testCoupon(db, (await testShop(db)).id);
});
afterAll(() => opened.close());

it("lists a shop's coupons newest first, with what was given, promised, redeemed, and is left", async () => {
  const coupons = await listCoupons(opened.db, { shopId }, NOON);
  expect(coupons).toMatchObject([
    { description: "Plain", given: 0, promised: 0, redeemed: 4, revenue: 120.5, codesLeft: null, daysLeft: null },
    { description: "Été 15%", given: 2, promised: 1, redeemed: 0, revenue: 0, codesLeft: 3, daysLeft: 42 },
  ]);
});

it("counts the codes left as every other page does", async () => {
  const [, pooled] = await listCoupons(opened.db, { shopId }, NOON);
  const counted = (await countCodesLeft(opened.db, shopId, [pooled?.id ?? ""])).get(pooled?.id ?? "");
  expect(counted).toEqual({ inPools: 4, promised: 1, left: 3 });
  expect(counted?.left).toBe(pooled?.codesLeft);
});

describe("the list narrowed", () => {
  it.each([
    ["", ["Plain", "Été 15%"]],
    ["q=welcome", ["Plain"]],
    ["q=PHOTO", ["Été 15%"]],
    ["q=e%CC%81te%CC%81", ["Été 15%"]],
    ["q=nothing", []],
    ["state=paused", ["Plain"]],
    ["trigger=photo_review", ["Été 15%"]],
    ["codes=dynamic&state=active", ["Été 15%"]],
    ["codes=dynamic&state=paused", []],
    ["state=deleted&trigger=x&codes=&sort=up", ["Plain", "Été 15%"]],
    ["sort=oldest", ["Été 15%", "Plain"]],
    ["sort=name", ["Été 15%", "Plain"]],
    ["sort=given", ["Été 15%", "Plain"]],
    ["sort=redeemed", ["Plain", "Été 15%"]],
    ["sort=codes-left", ["Été 15%", "Plain"]],
    ["sort=days-left", ["Été 15%", "Plain"]],
  ])("by “%s” has what fits, in its order", async (query, expected) => {
    const coupons = await listCoupons(opened.db, { shopId }, NOON);
    const fitting = filterCoupons(intl, coupons, readCouponFilter(new URLSearchParams(query)));
    expect(fitting.map(({ description }) => description)).toEqual(expected);
  });

  it("loses none in any order", async () => {
    const coupons = await listCoupons(opened.db, { shopId }, NOON);
    for (const sort of COUPON_SORTS) {
      expect(filterCoupons(intl, coupons, readCouponFilter(new URLSearchParams({ sort })))).toHaveLength(
        coupons.length,
      );
    }
  });
});
