import { publicationPending } from "~/coupons/judge-engagement";
import type { CouponDecision, CouponMatch } from "~/coupons/match-coupons";
import type { Reason } from "~/coupons/reason";
import type { DecisionOutcome, Reward } from "~/platform/generated/client";
import type { DecisionInput } from "./decision-input";
import { isGiven, isOpen } from "./reward-state";

/** A decision as it is stored and shown: the overall answer, and every coupon's. */
export interface ExplainedDecision {
  outcome: DecisionOutcome;
  reason: Reason;
  coupons: CouponDecision[];
}

/** What was decided: the rewards that stand, the coupon that is newly promised, and what spoke against any promise. */
export interface Verdict {
  standing: Reward[];
  winner: CouponMatch | null;
  obstacle: Reason | null;
}

/** Puts a verdict into the reasons a merchant reads. */
export function explainDecision(input: DecisionInput, matches: CouponMatch[], verdict: Verdict): ExplainedDecision {
  const coupons = matches.map((match) => answerOf(match, verdict));
  const promised = verdict.winner !== null || verdict.standing.some((reward) => isOpen(reward.state));
  if (promised && publicationPending(input.engagement, input.rules)) {
    return { outcome: "waiting", reason: "awaiting_publication", coupons };
  }
  if (promised) return { outcome: "promised", reason: "promised", coupons };
  if (verdict.standing.length > 0) return { outcome: "promised", reason: "already_rewarded", coupons };
  return { outcome: "not_rewarded", reason: verdict.obstacle ?? noneReason(matches), coupons };
}

/** Of a decision that rewarded nothing: the one coupon's own reason, or that none applied. */
function noneReason(matches: CouponMatch[]): Reason {
  const related = matches.filter((match) => match.reason !== "other_engagement");
  const [only] = related;
  if (!only) return "no_coupon";
  return related.length === 1 ? only.reason : "no_coupon_matched";
}

/** A coupon that could have been given but was not says what stood in its way. */
function answerOf(match: CouponMatch, { standing, winner, obstacle }: Verdict): CouponDecision {
  const { coupon, detail } = match;
  const held = standing.find((reward) => reward.couponId === coupon.id);
  if (held)
    return {
      couponId: coupon.id,
      matched: true,
      reason: isGiven(held.state) ? "already_rewarded" : "matched",
      detail: {},
    };
  if (!match.matched || match === winner)
    return { couponId: coupon.id, matched: match.matched, reason: match.reason, detail };
  const reason = obstacle ?? (winner ? "smaller_reward" : "already_rewarded_by_other");
  return { couponId: coupon.id, matched: false, reason, detail };
}
