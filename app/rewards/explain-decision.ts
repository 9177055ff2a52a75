import type { CouponDecision, CouponMatch } from "~/coupons/match-coupons";
import type { Reason } from "~/coupons/reason";
import type { Reward } from "~/platform/generated/client";
import { isGiven } from "./reward-state";

/** The overall reason of a decision that rewarded nothing: the one coupon's own, or that none applied. */
export function noneReason(matches: CouponMatch[]): Reason {
  const related = matches.filter((match) => match.reason !== "other_engagement");
  const [only] = related;
  if (!only) return "no_coupon";
  return related.length === 1 ? only.reason : "no_coupon_matched";
}

/** A coupon that could have been given but was not says which other kind of coupon stood in its way. */
export function explained(match: CouponMatch, winner: CouponMatch | null, standing: Reward[]): CouponMatch {
  const holds = standing.find((reward) => reward.couponId === match.coupon.id);
  if (holds)
    return { ...match, matched: true, reason: isGiven(holds.state) ? "already_rewarded" : "matched", detail: {} };
  if (!match.matched || match === winner) return match;
  return {
    ...match,
    matched: false,
    reason: winner ? "smaller_reward" : standing.length ? "already_rewarded_by_other" : match.reason,
  };
}

/** What is stored of a coupon's answer. */
export function toDecision({ coupon, matched, reason, detail }: CouponMatch): CouponDecision {
  return { couponId: coupon.id, matched, reason, detail };
}
