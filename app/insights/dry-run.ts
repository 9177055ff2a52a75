import { addSeconds, max } from "date-fns";
import { holdEnd } from "~/coupons/hold-end";
import type { Rules } from "~/coupons/judge-engagement";
import { freeSlot } from "~/coupons/match-coupons";
import type { Coupon, Engagement } from "~/platform/generated/client";
import { countUse } from "~/rewards/count-use";
import { decideRewards } from "~/rewards/decide-rewards";

/** What a dry run looks at. */
export interface DryRunInput {
  /** The coupon that is tried out. */
  coupon: Coupon;
  /** The shop's other coupons that are given now. */
  others: Coupon[];
  rules: Rules;
  /** Oldest first. */
  engagements: Engagement[];
  /** Recipients whose person or domain is on the block list. */
  blocked: ReadonlySet<string>;
  /** Beginning of the time looked at: the coupon is taken to be live since then, and the thank-you email to be on. */
  since: Date;
}

/**
 * How many rewards of the coupon there would have been, decided by the same rules as in earnest. Each engagement is judged as
 * it stands today, at the end of its hold window; other coupons count from an empty start, as they are set up now.
 */
export function dryRun({ coupon, others, rules, engagements, blocked, since }: DryRunInput): number {
  const tried: Coupon = { ...coupon, state: "active", activatedAt: since, budgetUsed: 0 };
  const coupons = [...others.filter(hasBudgetLeft), tried];
  const use = countUse([], () => 0);
  let given = 0;
  for (const engagement of engagements) {
    const now = max([holdEnd(engagement, rules.holdSeconds), engagement.engagedAt]);
    const [promise] = decideRewards({
      engagement: withdrawnLater(engagement, addSeconds(now, coupon.delaySeconds)),
      rules: { ...rules, thankYouEmailSince: since },
      blocked: engagement.recipientId !== null && blocked.has(engagement.recipientId),
      coupons,
      rewards: [],
      use: (one) => use(one, engagement.shopperId),
      now,
    }).promise;
    // Without a time it would still wait for the review to be published.
    if (!promise?.sendAt) continue;
    const taken = use(promise.coupon, engagement.shopperId);
    taken.slots.push(freeSlot(promise.coupon, taken) ?? 0);
    taken.budgetUsed += 1;
    if (promise.coupon.id === tried.id) given += 1;
  }
  return given;
}

function hasBudgetLeft({ budget, budgetUsed }: Coupon): boolean {
  return budget === null || budgetUsed < budget;
}

/** What was deleted or cancelled after the reward would have gone out had been rewarded by then. */
function withdrawnLater(engagement: Engagement, sentAt: Date): Engagement {
  return engagement.withdrawnAt && engagement.withdrawnAt > sentAt ? { ...engagement, withdrawnAt: null } : engagement;
}
