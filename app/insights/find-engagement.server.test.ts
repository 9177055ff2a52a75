import { addMinutes } from "date-fns";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { forShop, type ShopDatabase } from "~/platform/for-shop";
import type { Coupon, DecisionOutcome, Engagement } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testEngagement, testPool, testReward, testShop, testShopper } from "../../tests/support/factories";
import { intl } from "../../tests/support/shop-intl";
import { findEngagement } from "./find-engagement.server";

let opened: OpenDatabase;
let shopDb: ShopDatabase;
let engagement: Engagement;
let merged: Engagement;
let coupon: Coupon;

beforeAll(async () => {
  opened = await testDatabase();
  const { db } = opened;
  const shop = await testShop(db);
  shopDb = forShop(db, shop.id);
  const shopper = await testShopper(db, shop.id, "ada@example.com");
  coupon = await testCoupon(db, shop.id, { description: "Ten off", codeType: "dynamic" });
  engagement = await testEngagement(db, shopper);
  merged = await testEngagement(db, shopper, { mergedIntoId: engagement.id });
  const poolId = await testPool(db, coupon, ["ONE"]);
  await testReward(db, engagement, coupon, { state: "sent", poolId, position: 1, codeTakenAt: NOON, settledAt: NOON });
  for (const source of ["judgeme", "events"]) {
    const times = { stateAt: NOON, engagedAt: NOON, receivedAt: NOON };
    const aliasKey = `${source}:review:1`;
    await db.engagementAlias.create({ data: { shopId: shop.id, aliasKey, engagementId: engagement.id, ...times } });
  }
  await decide("not_rewarded", "limit_reached", 0, [
    { couponId: coupon.id, matched: false, reason: "limit_reached", detail: { used: 1, limit: 1 } },
  ]);
  await decide("rewarded", "promised", 5, [
    { couponId: coupon.id, matched: true, reason: "matched", detail: {} },
    { couponId: newId(), matched: false, reason: "needs_photo", detail: {} },
  ]);
});
afterAll(() => opened.close());

async function decide(outcome: DecisionOutcome, reason: string, minutes: number, coupons: object[]) {
  const { shopId, id: engagementId } = engagement;
  const decidedAt = addMinutes(NOON, minutes);
  await opened.db.engagementDecision.create({
    data: { shopId, id: newId(), engagementId, decidedAt, outcome, reason, coupons },
  });
}

async function record() {
  const found = await findEngagement(shopDb, { engagementId: engagement.id });
  if (found.outcome !== "found") throw new Error(found.outcome);
  return found.record;
}

describe("the record of an engagement", () => {
  it("tells every decision, newest first, with each coupon's answer in words and figures", async () => {
    const { decisions } = await record();
    expect(decisions.map(({ decidedAt }) => decidedAt)).toEqual([addMinutes(NOON, 5), NOON]);
    const [newest, first] = decisions.map(({ why, answers }) => ({
      why: intl.say(why),
      answers: answers.map((answer) => ({ ...answer, why: intl.say(answer.why) })),
    }));
    expect(newest?.answers).toEqual([
      { couponId: coupon.id, matched: true, name: "Ten off", why: "promised" },
      { couponId: expect.any(String), matched: false, name: null, why: "needs a photo or video" },
    ]);
    expect(first).toMatchObject({
      why: "limit reached: 1 of 1",
      answers: [{ name: "Ten off", matched: false, why: "limit reached: 1 of 1" }],
    });
  });

  it("names the sources it came from, and the code its reward took", async () => {
    const { sources, rewards } = await record();
    expect(sources).toEqual(["events", "judgeme"]);
    expect(rewards).toMatchObject([{ description: "Ten off", state: "sent", code: "ONE" }]);
  });

  it("leads from a part of a fact to the fact", async () => {
    expect(await findEngagement(shopDb, { engagementId: merged.id })).toEqual({
      outcome: "merged",
      engagementId: engagement.id,
    });
  });

  it("does not exist for another shop, nor under something that is no id", async () => {
    const other = forShop(opened.db, (await testShop(opened.db)).id);
    expect(await findEngagement(other, { engagementId: engagement.id })).toEqual({ outcome: "not_found" });
    expect(await findEngagement(shopDb, { engagementId: "1" })).toEqual({ outcome: "not_found" });
  });
});
