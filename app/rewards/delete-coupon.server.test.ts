import { afterAll, beforeAll, expect, it } from "vitest";
import { countCodes } from "~/codes/count-codes.server";
import type { OpenDatabase } from "~/platform/database.server";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testEngagement, testPool, testReward, testShop, testShopper } from "../../tests/support/factories";
import { deleteCoupon } from "./delete-coupon.server";

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

it("keeps promises and as many codes as they need, and frees the others", async () => {
  const { shopId, couponId, rewardId } = await couponWithAPromise();
  const deleted = await deleteCoupon(opened.db, { shopId, couponId, honour: true }, NOON);
  expect(deleted).toEqual({ outcome: "deleted", promisesKept: 1, promisesEnded: 0 });
  expect((await countCodes(opened.db, shopId, [couponId])).get(couponId)?.left).toBe(1);
  expect(await stateOf(shopId, rewardId)).toBe("promised");
});

it("ends the promises and frees every code where the merchant does not honour them", async () => {
  const { shopId, couponId, rewardId } = await couponWithAPromise();
  const deleted = await deleteCoupon(opened.db, { shopId, couponId, honour: false }, NOON);
  expect(deleted).toEqual({ outcome: "deleted", promisesKept: 0, promisesEnded: 1 });
  expect((await countCodes(opened.db, shopId, [couponId])).get(couponId)?.left).toBe(0);
  expect(await stateOf(shopId, rewardId)).toBe("ended");
});

it("finds a coupon only once, and only in its own shop", async () => {
  const { shopId, couponId } = await couponWithAPromise();
  const elsewhere = { shopId: shopId + 1000, couponId, honour: true };
  expect(await deleteCoupon(opened.db, elsewhere, NOON)).toEqual({ outcome: "not_found" });
  await deleteCoupon(opened.db, { shopId, couponId, honour: true }, NOON);
  expect(await deleteCoupon(opened.db, { shopId, couponId, honour: true }, NOON)).toEqual({ outcome: "not_found" });
});

it("keeps what was honoured, however the deletion is asked for once more", async () => {
  const { shopId, couponId, rewardId } = await couponWithAPromise();
  await deleteCoupon(opened.db, { shopId, couponId, honour: true }, NOON);
  expect(await deleteCoupon(opened.db, { shopId, couponId, honour: false }, NOON)).toEqual({ outcome: "not_found" });
  expect(await stateOf(shopId, rewardId)).toBe("promised");
});

it("deletes a draft that was never finished", async () => {
  const shop = await testShop(opened.db);
  const unfinished = { state: "draft", staticCode: null, activatedAt: null } as const;
  const draft = await testCoupon(opened.db, shop.id, unfinished);
  const deleted = await deleteCoupon(opened.db, { shopId: shop.id, couponId: draft.id, honour: true }, NOON);
  expect(deleted.outcome).toBe("deleted");
});

async function couponWithAPromise() {
  const { db } = opened;
  const shop = await testShop(db);
  const coupon = await testCoupon(db, shop.id, { codeType: "dynamic", budgetUsed: 1 });
  await testPool(db, coupon, ["ONE", "TWO", "THREE"]);
  const engagement = await testEngagement(db, await testShopper(db, shop.id, "ada@example.com"));
  const reward = await testReward(db, engagement, coupon);
  return { shopId: shop.id, couponId: coupon.id, rewardId: reward.id };
}

async function stateOf(shopId: number, id: string): Promise<string> {
  return (await opened.db.reward.findUniqueOrThrow({ where: { id_shopId: { shopId, id } } })).state;
}
