import { addHours, addMinutes } from "date-fns";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { forShop } from "~/platform/for-shop";
import type { Prisma } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testEngagement, testReward, testShop, testShopper } from "../../tests/support/factories";
import { intl } from "../../tests/support/shop-intl";
import { findReward } from "./find-reward.server";

let opened: OpenDatabase;
let shopId: number;

beforeAll(async () => {
  opened = await testDatabase();
  ({ id: shopId } = await testShop(opened.db));
});
afterAll(() => opened.close());

const at = (minutes: number) => addMinutes(NOON, minutes);

it("tells the whole story of a reward in order: engagement, decisions, promise, code, every mail, order, refund", async () => {
  const { db } = opened;
  const coupon = await testCoupon(db, shopId);
  const engagement = await testEngagement(db, await testShopper(db, shopId, "ada@example.com"), { receivedAt: at(1) });
  const decision = { shopId, engagementId: engagement.id, coupons: [] };
  await db.engagementDecision.createMany({
    data: [
      { ...decision, id: newId(), decidedAt: at(3), outcome: "rewarded", reason: "matched" },
      { ...decision, id: newId(), decidedAt: at(2), outcome: "not_rewarded", reason: "no_coupons" },
    ],
  });
  const { id } = await testReward(db, engagement, coupon, {
    ...{ state: "sent", staticCode: "THANKS10", promisedAt: at(3), codeTakenAt: at(5), settledAt: at(90) },
  });
  const mail = { shopId, rewardId: id, kind: "thank_you" as const, senderName: "Shop", recipient: "ada@example.com" };
  await db.message.createMany({
    data: [
      { ...mail, id: newId(), number: 1, state: "failed", reason: "refused: 550", createdAt: at(5), settledAt: at(6) },
      { ...mail, id: newId(), number: 2, state: "sent", createdAt: at(89), settledAt: at(90) },
    ],
  });
  const order = { shopId, id: newId(), orderId: "1", orderName: "#1001", couponId: coupon.id, rewardId: id };
  const used = {
    code: "thanks10",
    codeKey: "THANKS10",
    orderValue: "50",
    refunded: "20",
    redeemedAt: addHours(NOON, 3),
  };
  await db.redemption.create({ data: { ...order, ...used } satisfies Prisma.RedemptionUncheckedCreateInput });
  const refund = { shopId, refundId: "r1", orderId: "1", amount: "20", refundedAt: addHours(NOON, 4) };
  await db.orderRefund.create({ data: refund });

  const found = await findReward(forShop(db, shopId), { rewardId: id });
  expect(found?.codeText).toBe("THANKS10");
  const told = found?.story.map(({ what, amount }) => [intl.say(what), amount ?? ""].join(" ").trim());
  expect(told).toEqual([
    ...["The shopper engaged", "Laurel heard of it", "Decided", "Decided", "Promised", "Code taken"],
    ...["Email written", "Email failed", "Sent again by hand: new email written", "Email sent"],
    ...["Redeemed 50", "Refunded 20"],
  ]);
});

it("says of a promise when it will be sent, and of an ended one why it ended", async () => {
  const { db } = opened;
  const coupon = await testCoupon(db, shopId);
  const shopper = await testShopper(db, shopId, "grace@example.com");
  const promised = await testReward(db, await testEngagement(db, shopper), coupon, { sendAt: at(60) });
  const ended = { state: "ended" as const, reason: "withdrawn", settledAt: at(10), slot: 2 };
  const withdrawn = await testReward(db, await testEngagement(db, shopper), coupon, ended);
  const lastOf = async (rewardId: string) => (await findReward(forShop(db, shopId), { rewardId }))?.story.at(-1);
  expect(await lastOf(promised.id)).toMatchObject({ what: "story.will_be_sent", isToCome: true, at: at(60) });
  expect(await lastOf(withdrawn.id)).toMatchObject({ what: "story.ended", isToCome: false, at: at(10) });
});

it("finds no reward of another shop, and none for what is no id", async () => {
  const { db } = opened;
  const shopper = await testShopper(db, shopId, "mary@example.com");
  const { id } = await testReward(db, await testEngagement(db, shopper), await testCoupon(db, shopId));
  expect(await findReward(forShop(db, shopId + 1), { rewardId: id })).toBeNull();
  expect(await findReward(forShop(db, shopId), { rewardId: "1" })).toBeNull();
});
