import { addMinutes, subDays, subMinutes } from "date-fns";
import { describe, expect, test } from "vitest";
import { coupon, decide, engagement, NOW, RULES, reward } from "../../tests/support/decisions";
import type { DecidedRewards } from "./decide-rewards";

const promised = (decided: DecidedRewards) => decided.promise.map(({ coupon: one, sendAt }) => [one.id, sendAt]);
const reasonOf = (decided: DecidedRewards, id: string) => decided.coupons.find((one) => one.couponId === id)?.reason;

describe("which coupon", () => {
  test("a plain review earns the review coupon, held back while a photo could still follow", () => {
    const decided = decide();
    expect(promised(decided)).toEqual([["review", addMinutes(NOW, 30)]]);
    expect(reasonOf(decided, "photo_review")).toBe("needs_photo");
    expect(reasonOf(decided, "order")).toBe("other_engagement");
  });

  test("a review with a photo earns the more demanding coupon only, at once", () => {
    const decided = decide({ engagement: engagement({ mediaCount: 1 }) });
    expect(promised(decided)).toEqual([["photo_review", NOW]]);
    expect(reasonOf(decided, "review")).toBe("smaller_reward");
  });

  test("nothing is held back where no more demanding coupon could win", () => {
    expect(promised(decide({ coupons: [coupon("review"), coupon("photo_review", { state: "paused" })] }))).toEqual([
      ["review", NOW],
    ]);
    expect(promised(decide({ coupons: [coupon("review"), coupon("shared_review")] }))).toEqual([["review", NOW]]);
  });

  test("among equals the merchant's order decides, and one that cannot be given is passed over", () => {
    const first = coupon("review", { id: "first", position: 1, budget: 5, budgetUsed: 5 });
    const second = coupon("review", { id: "second", position: 2 });
    const decided = decide({ coupons: [second, first] });
    expect(promised(decided)).toEqual([["second", NOW]]);
    expect(decided.coupons[0]).toMatchObject({
      couponId: "first",
      reason: "budget_used",
      detail: { used: 5, limit: 5 },
    });
  });

  test.each([
    ["paused", { state: "paused" }, "paused"],
    ["expired yesterday", { expiresOn: new Date("2026-11-19") }, "expired"],
    ["ending before the delay is over", { expiresOn: new Date("2026-11-20"), delaySeconds: 86_400 }, "ends_before_due"],
    ["created after the engagement", { activatedAt: addMinutes(NOW, 1) }, "before_coupon"],
  ] as const)("a coupon %s is not given", (_name, changes, reason) => {
    const decided = decide({ coupons: [coupon("review", changes)] });
    expect(decided.promise).toEqual([]);
    expect(decided).toMatchObject({ outcome: "not_rewarded", reason });
  });

  test("the last day counts in full in the shop's time zone", () => {
    const late = new Date("2026-11-20T22:59:59.000Z");
    const coupons = [coupon("review", { expiresOn: new Date("2026-11-20") })];
    expect(
      decide({ coupons, now: late, engagement: engagement({ engagedAt: late, receivedAt: late }) }).promise,
    ).toHaveLength(1);
    expect(decide({ coupons, now: new Date("2026-11-20T23:00:00.000Z") }).reason).toBe("expired");
  });

  test("the limit per shopper says how many of how many", () => {
    const decided = decide({ coupons: [coupon("review")], use: () => ({ slots: [1], budgetUsed: 1 }) });
    expect(decided.coupons[0]).toMatchObject({
      matched: false,
      reason: "limit_reached",
      detail: { used: 1, limit: 1 },
    });
  });
});

describe("what a merchant reads of a decision that rewarded nothing", () => {
  const usedUp = () => ({ slots: [1], budgetUsed: 1 });
  const shared = coupon("shared_review");

  test.each([
    [
      "a limit before what the other coupons ask for",
      [coupon("review"), coupon("photo_review"), shared],
      "limit_reached",
    ],
    [
      "what is asked for before a coupon that is not on offer",
      [coupon("review", { state: "paused" }), shared],
      "needs_share",
    ],
    ["the smaller step before the larger one", [shared, coupon("photo_review")], "needs_photo"],
    ["that no coupon rewards this, where none is for reviews", [coupon("order"), coupon("answer")], "no_coupon"],
  ] as const)("is the closest miss: %s", (_name, coupons, reason) => {
    expect(decide({ coupons: [...coupons, coupon("order")], use: usedUp })).toMatchObject({
      outcome: "not_rewarded",
      reason,
    });
  });

  test("is never that it was rewarded, where a promise for it has ended", () => {
    const ended = reward(coupon("review"), "ended");
    expect(decide({ rewards: [ended], coupons: [coupon("review")] })).toMatchObject({
      outcome: "not_rewarded",
      reason: "no_coupon_matched",
    });
  });
});

describe("who and when", () => {
  test.each([
    ["withdrawn", { withdrawnAt: NOW }],
    ["test", { isTest: true }],
    ["imported", { isImported: true }],
    ["rejected", { publication: "rejected" }],
    ["no_shopper", { shopperId: null, recipientId: null }],
    ["no_email", { recipientId: null }],
    ["too_old", { engagedAt: subMinutes(subDays(NOW, 14), 1) }],
  ] as const)("%s earns nothing", (reason, changes) => {
    expect(decide({ engagement: engagement(changes) })).toMatchObject({ outcome: "not_rewarded", reason, promise: [] });
  });

  test("while the thank-you email is off nothing is promised, and turning it on promises nothing for before", () => {
    expect(decide({ rules: { ...RULES, thankYouEmailSince: null } }).reason).toBe("email_off");
    expect(decide({ rules: { ...RULES, thankYouEmailSince: addMinutes(NOW, 1) } }).reason).toBe("before_email_on");
  });

  test("an order of a customer who does not accept marketing earns nothing where the merchant says so", () => {
    const order = engagement({ kind: "order", acceptsMarketing: false });
    const rules = { ...RULES, orderAudience: "accepts_marketing" as const };
    expect(decide({ engagement: order, rules }).reason).toBe("no_marketing_consent");
    expect(decide({ engagement: order }).promise).toHaveLength(1);
  });

  test("an unverified review is promised for the end of the hold window and refused after it", () => {
    const rules = { ...RULES, verifiedBuyersOnly: true };
    expect(promised(decide({ rules, coupons: [coupon("review")] }))).toEqual([["review", addMinutes(NOW, 30)]]);
    expect(decide({ rules, now: addMinutes(NOW, 30) })).toMatchObject({ reason: "not_verified", promise: [] });
  });

  test("a review that awaits publication is promised without a time and gets one when it is published", () => {
    const rules = { ...RULES, waitForPublication: true };
    const waiting = decide({ rules, coupons: [coupon("review")] });
    expect(waiting).toMatchObject({ outcome: "waiting", promise: [{ sendAt: null }] });
    const kept = reward(coupon("review"), "awaiting_publication");
    const published = engagement({ publication: "published" });
    const later = decide({
      rules,
      coupons: [coupon("review")],
      rewards: [kept],
      engagement: published,
      now: subDays(NOW, -60),
    });
    expect(later.keep).toMatchObject([{ reward: kept, changes: { state: "promised", sendAt: NOW } }]);
  });
});

test.each([
  ["withdrawn", { withdrawnAt: NOW }],
  ["too_old", { engagedAt: subDays(NOW, 20) }],
] as const)(
  "a coupon that would have matched says that the engagement was %s; no coupon claims to be given",
  (reason, changes) => {
    const decided = decide({ engagement: engagement(changes) });
    expect(reasonOf(decided, "review")).toBe(reason);
    expect(reasonOf(decided, "photo_review")).toBe("needs_photo");
    expect(decided.coupons.some((one) => one.matched)).toBe(false);
  },
);

describe("what was promised before", () => {
  test("a photo turns an open promise into the better coupon", () => {
    const open = reward(coupon("review"), "promised");
    const use = ({ id }: { id: string }) =>
      id === "review" ? { slots: [1], budgetUsed: 1 } : { slots: [], budgetUsed: 0 };
    const decided = decide({ engagement: engagement({ mediaCount: 1 }), rewards: [open], use });
    expect(decided.end).toEqual([{ reward: open, reason: "upgraded" }]);
    expect(reasonOf(decided, "review")).toBe("smaller_reward");
    expect(promised(decided)).toEqual([["photo_review", NOW]]);
  });

  test("a photo after the hold window changes a promise that is still waiting, and earns nothing new by itself", () => {
    const late = engagement({ mediaCount: 1, mediaSince: addMinutes(NOW, 31) });
    const now = addMinutes(NOW, 31);
    const waiting = reward(coupon("review", { delaySeconds: 86_400 }), "promised");
    expect(decide({ engagement: late, rewards: [waiting], now }).promise).toMatchObject([
      { coupon: { id: "photo_review" } },
    ]);
    const alone = decide({ engagement: late, coupons: [coupon("photo_review")], now });
    expect(alone).toMatchObject({ outcome: "not_rewarded", reason: "photo_too_late", promise: [] });
  });

  test("a photo taken away again turns it back", () => {
    const open = reward(coupon("photo_review"), "promised");
    const decided = decide({ rewards: [open] });
    expect(decided.end).toEqual([{ reward: open, reason: "no_longer_satisfied" }]);
    expect(promised(decided)).toEqual([["review", addMinutes(NOW, 30)]]);
  });

  test.each(["sending", "sent", "failed", "parked"] as const)(
    "a reward that is %s is never changed, and a photo earns nothing more",
    (state) => {
      const given = reward(coupon("review"), state);
      const decided = decide({ engagement: engagement({ mediaCount: 1 }), rewards: [given] });
      expect([decided.end, decided.keep, decided.promise]).toEqual([[], [], []]);
      expect(decided.reason).toBe("already_rewarded");
    },
  );

  test("a share after the mail earns the share coupon on top", () => {
    const given = reward(coupon("review"), "sent");
    const decided = decide({
      engagement: engagement({ sharedAt: NOW }),
      rewards: [given],
      coupons: [coupon("review"), coupon("shared_review")],
    });
    expect(decided.promise).toMatchObject([{ coupon: { id: "shared_review" }, isExtra: true }]);
  });

  test("a promise outlives the coupon's pause, the email's off switch and its own age", () => {
    const open = reward(coupon("review"), "promised");
    const coupons = [coupon("review", { state: "paused" })];
    const rules = { ...RULES, thankYouEmailSince: null };
    const decided = decide({ rewards: [open], coupons, rules, now: subDays(NOW, -40) });
    expect([decided.outcome, decided.end]).toEqual(["rewarded", []]);
  });

  test("what was given stays given in the record, also when the review is deleted afterwards", () => {
    const given = reward(coupon("review"), "sent");
    const decided = decide({ rewards: [given], engagement: engagement({ withdrawnAt: NOW }) });
    expect(decided).toMatchObject({ outcome: "rewarded", reason: "deleted_after_sent" });
    expect(reasonOf(decided, "review")).toBe("already_rewarded");
  });

  test("an order cancelled after its coupon was sent says so", () => {
    const given = reward(coupon("order"), "sent");
    const order = engagement({ kind: "order", withdrawnAt: NOW });
    const decided = decide({ rewards: [given], engagement: order });
    expect(decided).toMatchObject({ outcome: "rewarded", reason: "cancelled_after_sent", end: [] });
  });

  test("a deletion ends the promise", () => {
    const open = reward(coupon("review"), "promised");
    expect(decide({ rewards: [open], engagement: engagement({ withdrawnAt: NOW }) }).end).toEqual([
      { reward: open, reason: "withdrawn" },
    ]);
  });
});
