import { describe, expect, it } from "vitest";
import { RewardState } from "~/platform/generated/enums";
import { intl } from "../../tests/support/shop-intl";
import { describeEngagement, judgeStanding } from "./describe-engagement";
import { rewardLabel } from "./reward-label";

const review = {
  kind: "review" as const,
  rating: 5,
  mediaCount: 0,
  attachedMediaCount: 0,
  sharedAt: null,
  productTitle: "Ceramic teapot",
  orderName: null,
};
const ON = { emailIsOn: true };
const reward = { sendAt: null, reason: null, description: "10% off" };

describe("what a shopper did", () => {
  it("is told with what made it count", () => {
    const told = (facts: Partial<Parameters<typeof describeEngagement>[0]>) =>
      intl.say(describeEngagement({ ...review, ...facts }));
    expect(told({})).toBe("Review, 5 stars: Ceramic teapot");
    expect(told({ rating: 1, attachedMediaCount: 1, sharedAt: new Date(0) })).toBe(
      "Review with photo shared, 1 star: Ceramic teapot",
    );
    expect(told({ mediaCount: 2 })).toBe("Review with photo, 5 stars: Ceramic teapot");
    expect(told({ sharedAt: new Date(0) })).toBe("Review shared, 5 stars: Ceramic teapot");
    expect(told({ kind: "order", rating: null, orderName: "#1001" })).toBe("Order: #1001");
    expect(told({ rating: null, productTitle: null })).toBe("Review");
    expect(told({ productTitle: "{rating} <b>'tea'</b>" })).toBe("Review, 5 stars: {rating} <b>'tea'</b>");
  });
});

describe("how an engagement stands", () => {
  it.each(Object.values(RewardState))("has words for a reward that is %s", (state) => {
    const { label, why } = judgeStanding(undefined, [{ ...reward, state }], ON);
    expect(label).toBe(rewardLabel(state).label);
    expect(intl.say(why)).not.toMatch(/_|undefined|null/);
  });

  it("goes by the reward that is alive, not by one that ended", () => {
    const ended = { ...reward, state: "ended" as const, reason: "upgraded" };
    const sendAt = new Date("2026-11-22T12:00:00Z");
    expect(judgeStanding(undefined, [ended, { ...reward, state: "promised", sendAt }], ON)).toMatchObject({
      label: "reward_state.promised",
      sendAt,
    });
  });

  it("gives the reason and no time while the thank-you email is off", () => {
    const off = { emailIsOn: false };
    const sendAt = new Date("2026-11-22T12:00:00Z");
    const standing = (state: RewardState) => judgeStanding(undefined, [{ ...reward, state, sendAt }], off);
    expect(intl.say(standing("promised").why)).toBe("waiting: the thank-you email is off");
    expect(standing("promised").sendAt).toBeNull();
    expect(intl.say(standing("waiting_for_code").why)).toMatch("email is off");
    expect(intl.say(standing("sent").why)).toBe("“10% off” was sent");
  });

  it("tells a limit's figures", () => {
    const coupons = [{ couponId: "1", matched: false, reason: "limit_reached", detail: { used: 1, limit: 1 } }];
    const decision = { outcome: "not_rewarded" as const, reason: "limit_reached", coupons };
    const { label, why } = judgeStanding(decision, [], ON);
    expect([intl.say(label), intl.say(why)]).toEqual(["No coupon", "limit reached: 1 of 1"]);
  });

  it("does not pretend to know before there is a decision", () => {
    expect(intl.say(judgeStanding(undefined, [], ON).why)).toBe("not decided yet");
  });
});
