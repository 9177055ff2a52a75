import { addDays, subDays } from "date-fns";
import { expect, it } from "vitest";
import { coupon, engagement, NOW, RULES } from "../../tests/support/decisions";
import { type DryRunInput, dryRun } from "./dry-run";

const since = subDays(NOW, 30);
const draft = { state: "draft", activatedAt: null, createdAt: NOW } as const;

it("counts one reward for each engagement that earns the coupon, though it did not exist then", () => {
  const engagements = [
    engagement({ id: "a", shopperId: "s1", engagedAt: subDays(NOW, 20), receivedAt: subDays(NOW, 20) }),
    engagement({ id: "b", shopperId: "s2" }),
    engagement({ id: "c", shopperId: "s3", isTest: true }),
    engagement({ id: "d", shopperId: null }),
    engagement({ id: "e", kind: "order", shopperId: "s4" }),
  ];
  expect(given({ coupon: coupon("review", draft), engagements })).toBe(2);
});

it("keeps to the limit per shopper and to the budget", () => {
  const engagements = ["s1", "s1", "s1", "s2", "s3"].map((shopperId, n) => engagement({ id: `${n}`, shopperId }));
  expect(given({ coupon: coupon("review", draft), engagements })).toBe(3);
  expect(given({ coupon: coupon("review", { ...draft, limitPerShopper: 2 }), engagements })).toBe(4);
  expect(given({ coupon: coupon("review", { ...draft, budget: 2 }), engagements })).toBe(2);
});

it("leaves to a more demanding coupon what that one would have won, unless it is used up", () => {
  const engagements = [engagement({ mediaCount: 1 })];
  const photo = coupon("photo_review");
  const review = coupon("review", draft);
  expect(given({ coupon: review, engagements, others: [photo] })).toBe(0);
  expect(given({ coupon: review, engagements, others: [{ ...photo, budget: 5, budgetUsed: 5 }] })).toBe(1);
  expect(given({ coupon: coupon("photo_review", { ...draft, id: "new" }), engagements, others: [review] })).toBe(1);
});

it("follows the shop's rules, and takes the thank-you email to be on", () => {
  const engagements = [engagement()];
  const tried = { coupon: coupon("review", draft), engagements };
  expect(given({ ...tried, rules: { ...RULES, thankYouEmailSince: null } })).toBe(1);
  expect(given({ ...tried, rules: { ...RULES, verifiedBuyersOnly: true } })).toBe(0);
  expect(given({ ...tried, rules: { ...RULES, waitForPublication: true } })).toBe(0);
  expect(given({ ...tried, engagements: [engagement({ publication: "published" })] })).toBe(1);
});

it("counts what was deleted only after the reward would have gone out", () => {
  const tried = { coupon: coupon("review", draft) };
  expect(given({ ...tried, engagements: [engagement({ withdrawnAt: NOW })] })).toBe(0);
  expect(given({ ...tried, engagements: [engagement({ withdrawnAt: addDays(NOW, 2) })] })).toBe(1);
});

it("counts nobody on the block list", () => {
  const engagements = [engagement({ recipientId: "blocked" })];
  expect(given({ coupon: coupon("review", draft), engagements, blocked: new Set(["blocked"]) })).toBe(0);
});

function given(input: Pick<DryRunInput, "coupon" | "engagements"> & Partial<DryRunInput>): number {
  return dryRun({ others: [], rules: RULES, blocked: new Set(), since, ...input });
}
