import { holdEnd } from "~/coupons/hold-end";
import type { Rules } from "~/coupons/judge-engagement";
import type { CouponUse, MatchFacts } from "~/coupons/match-coupons";
import type { Coupon, Engagement, Reward } from "~/platform/generated/client";
import { isOpen } from "./reward-state";

/** All that a decision about one engagement looks at. */
export interface DecisionInput {
  engagement: Engagement;
  rules: Rules;
  blocked: boolean;
  /** Every coupon the shop offers, and deleted ones that `rewards` still come from. */
  coupons: Coupon[];
  /** This engagement's rewards that have not ended, and those of engagements that became part of it. */
  rewards: Reward[];
  use: (coupon: Coupon) => CouponUse;
  now: Date;
}

/**
 * What matching looks at. A photo counts when it came within the hold window, or while a promise that has not gone out
 * yet can still be changed for it.
 */
export function matchFacts({ engagement, rules, rewards }: DecisionInput): MatchFacts {
  const { mediaSince } = engagement;
  const isMediaInTime =
    mediaSince === null ||
    mediaSince <= holdEnd(engagement, rules.holdSeconds) ||
    rewards.some((reward) => isOpen(reward.state));
  return { ...engagement, isMediaInTime };
}
