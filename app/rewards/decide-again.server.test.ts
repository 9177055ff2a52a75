import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testEngagement, testReward, testShop, testShopper } from "../../tests/support/factories";
import { decideAgain } from "./decide-again.server";

let opened: OpenDatabase;
let shop: Shop;

beforeAll(async () => {
  opened = await testDatabase();
  shop = await testShop(opened.db);
});
afterAll(() => opened.close());

let shoppers = 0;

async function newEngagement() {
  shoppers += 1;
  return testEngagement(opened.db, await testShopper(opened.db, shop.id, `shopper${shoppers}@example.com`));
}
const again = (engagementId: string, shopId = shop.id) => decideAgain(opened.db, { shopId, engagementId }, NOON);

it("gives what the engagement earns by now, once, and says that nothing changed after that", async () => {
  const { db } = opened;
  const engagement = await newEngagement();
  expect(await again(engagement.id)).toEqual({ outcome: "changed", isDue: false });
  expect(await again(engagement.id)).toEqual({ outcome: "unchanged" });
  const coupon = await testCoupon(db, shop.id);
  expect(await again(engagement.id)).toEqual({ outcome: "changed", isDue: true });
  expect(await again(engagement.id)).toEqual({ outcome: "unchanged" });
  const where = { shopId: shop.id, engagementId: engagement.id };
  expect(await db.reward.findMany({ where })).toMatchObject([{ couponId: coupon.id, state: "promised" }]);
  const decisions = await db.engagementDecision.findMany({ where, orderBy: { id: "asc" } });
  expect(decisions.map(({ reason }) => reason)).toEqual(["no_coupon", "promised"]);
});

it("leaves a reward that has its code as it is", async () => {
  const { db } = opened;
  const [engagement, coupon] = [await newEngagement(), await testCoupon(db, shop.id)];
  const sent = { state: "sent" as const, staticCode: "THANKS10", codeTakenAt: NOON, settledAt: NOON };
  const reward = await testReward(db, engagement, coupon, sent);
  await again(engagement.id);
  expect(await db.reward.findMany({ where: { shopId: shop.id, engagementId: engagement.id } })).toEqual([reward]);
});

it("knows no engagement of another shop, none that is part of another, and none under something that is no id", async () => {
  const [engagement, part] = [await newEngagement(), await newEngagement()];
  await opened.db.engagement.update({
    where: { id_shopId: { id: part.id, shopId: shop.id } },
    data: { mergedIntoId: engagement.id },
  });
  const stranger = (await testShop(opened.db)).id;
  for (const answer of [
    await again(engagement.id, stranger),
    await again(part.id),
    await again("1"),
    await again(newId()),
  ])
    expect(answer).toEqual({ outcome: "not_found" });
});
