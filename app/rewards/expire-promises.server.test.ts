import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { newId } from "~/platform/ids";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testEngagement, testReward, testShop, testShopper } from "../../tests/support/factories";
import { expirePromises } from "./expire-promises.server";

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

it("ends every promise whose coupon's last day is over, however many there are, and no other", async () => {
  const { db } = opened;
  const shop = await testShop(db);
  const over = await testCoupon(db, shop.id, { expiresOn: new Date("2026-01-01"), budgetUsed: 1_501 });
  const lasting = await testCoupon(db, shop.id, { expiresOn: new Date("2027-01-01"), budgetUsed: 1 });
  const shopper = await testShopper(db, shop.id, "ada@example.com");
  const engagement = await testEngagement(db, shopper);
  const first = await testReward(db, engagement, over, { expiresOn: over.expiresOn });
  await testReward(db, await testEngagement(db, shopper), lasting, { expiresOn: lasting.expiresOn });
  const more = Array.from({ length: 1_500 }, (_, n) => ({ id: newId(), engagementId: newId(), slot: n + 2 }));
  await db.engagement.createMany({
    data: more.map(({ engagementId: id }) => ({ ...engagement, id, factKey: `review:${id}` })),
  });
  await db.reward.createMany({ data: more.map((one) => ({ ...first, ...one })) });
  expect(await expirePromises(db, NOON)).toBe(1_501);
  expect(await db.reward.groupBy({ by: ["state", "couponId"], _count: true, orderBy: { state: "asc" } })).toEqual([
    { state: "promised", couponId: lasting.id, _count: 1 },
    { state: "ended", couponId: over.id, _count: 1_501 },
  ]);
  expect(await db.coupon.findMany({ where: { budgetUsed: { gt: 0 } }, select: { id: true } })).toEqual([
    { id: lasting.id },
  ]);
});
