import { afterAll, expect, test } from "vitest";
import { NOON } from "../support/clock";
import { testDatabase } from "../support/databases";
import { testCoupon, testEngagement, testPool, testReward, testShop, testShopper } from "../support/factories";

const opened = await testDatabase();
afterAll(() => opened.close());

test("factories make rows that satisfy every constraint and belong together", async () => {
  const { db } = opened;
  const shop = await testShop(db);
  const coupon = await testCoupon(db, shop.id, { codeType: "dynamic" });
  const poolId = await testPool(db, coupon, ["one", "two"]);
  const engagement = await testEngagement(db, await testShopper(db, shop.id, "jo@example.com"));
  const reward = await testReward(db, engagement, coupon, { state: "sending", poolId, position: 1, codeTakenAt: NOON });
  const found = await db.reward.findUniqueOrThrow({
    where: { id_shopId: { shopId: shop.id, id: reward.id } },
    include: { code: true, recipient: true },
  });
  expect(found.code?.code).toBe("one");
  expect(found.recipient.value).toBe("jo@example.com");
});
