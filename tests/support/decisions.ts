import { subDays } from "date-fns";
import type { Coupon, Engagement, Reward, RewardState, Trigger } from "~/platform/generated/client";
import { type DecidedRewards, decideRewards } from "~/rewards/decide-rewards";
import type { DecisionInput } from "~/rewards/decision-input";
import { newReward } from "~/rewards/new-reward";

/** When decisions of tests are made. */
export const NOW = new Date("2026-11-20T12:00:00.000Z");
const BEFORE = subDays(NOW, 30);

/** An active coupon whose id is its trigger. */
export function coupon(trigger: Trigger, changes: Partial<Coupon> = {}): Coupon {
  return {
    shopId: 1,
    id: trigger,
    state: "active",
    trigger,
    description: `for ${trigger}`,
    delaySeconds: 0,
    limitPerShopper: 1,
    budget: null,
    budgetUsed: 0,
    codeType: "static",
    staticCode: "CODE",
    whenEmpty: "wait",
    fallbackCode: null,
    formerCodes: [],
    lowCodesAt: null,
    remindedEmails: [],
    codesLevel: "enough",
    expiresOn: null,
    alsoAfterSmaller: trigger === "shared_review",
    position: 0,
    revision: 1,
    createdAt: BEFORE,
    activatedAt: BEFORE,
    pausedAt: null,
    deletedAt: null,
    ...changes,
  };
}

/** A five-star review written now, by a shopper with an address. */
export function engagement(changes: Partial<Engagement> = {}): Engagement {
  return {
    shopId: 1,
    id: "e1",
    kind: "review",
    factKey: "review:s1:7",
    shopperId: "s1",
    recipientId: "i1",
    mergedIntoId: null,
    parentKey: null,
    rating: 5,
    mediaCount: 0,
    attachedMediaCount: 0,
    mediaSince: null,
    sharedAt: null,
    verification: "unknown",
    publication: "unknown",
    acceptsMarketing: null,
    isTest: false,
    isImported: false,
    withdrawnAt: null,
    productId: "7",
    productTitle: null,
    orderName: null,
    engagedAt: NOW,
    receivedAt: NOW,
    stateAt: NOW,
    ...changes,
  };
}

/** A shop that asks for nothing special and holds for half an hour. */
export const RULES: DecisionInput["rules"] = {
  holdSeconds: 1800,
  thankYouEmailSince: BEFORE,
  verifiedBuyersOnly: false,
  waitForPublication: false,
  orderAudience: "everyone",
  timeZone: "Europe/Berlin",
};

/** Decides with a review, a photo and an order coupon unless told otherwise. */
export function decide(input: Partial<DecisionInput> = {}): DecidedRewards {
  const use = (one: Coupon) => ({ slots: [], budgetUsed: one.budgetUsed });
  const coupons = [coupon("review"), coupon("photo_review"), coupon("order")];
  return decideRewards({
    engagement: engagement(),
    rules: RULES,
    blocked: false,
    coupons,
    rewards: [],
    use,
    now: NOW,
    ...input,
  });
}

/** A reward of a coupon for the engagement. */
export function reward(of: Coupon, state: RewardState, isExtra = false): Reward {
  const parties = { ...engagement(), shopperId: "s1", recipientId: "i1" };
  return { ...newReward(parties, of, { id: of.id, slot: 1, sendAt: NOW, isExtra }, NOW), state };
}
