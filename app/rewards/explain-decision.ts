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
  /** Promises of this engagement that end. */
  leaving: Reward[];
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
  if (promised) return { outcome: "rewarded", reason: "promised", coupons };
  if (verdict.standing.length > 0) return { outcome: "rewarded", reason: givenReason(input, verdict), coupons };
  return { outcome: "not_rewarded", reason: verdict.obstacle ?? noneReason(matches), coupons };
}

/** Of an engagement that has its coupon: that it has, or that it was taken back too late to change anything. */
function givenReason({ engagement }: DecisionInput, { obstacle }: Verdict): Reason {
  if (obstacle !== "withdrawn") return "already_rewarded";
  return engagement.kind === "order" ? "cancelled_after_sent" : "deleted_after_sent";
}

/** What a coupon of the engagement's kind can lack, what came closest to giving it first; coupons not on offer come last. */
const MISSES: Reason[] = [
  "budget_used",
  "limit_reached",
  "ends_before_due",
  "photo_too_late",
  "needs_photo",
  "needs_share",
  "before_coupon",
  "expired",
  "paused",
];

/** Of a decision that rewarded nothing: the closest miss among the coupons of the engagement's kind. */
function noneReason(matches: CouponMatch[]): Reason {
  const related = matches.filter((match) => match.reason !== "other_engagement");
  if (related.length === 0) return "no_coupon";
  return MISSES.find((miss) => related.some(({ reason }) => reason === miss)) ?? "no_coupon_matched";
}

/** Reasons that count promises. */
const OF_USE: ReadonlySet<Reason> = new Set(["limit_reached", "budget_used"]);

/** A coupon that could have been given but was not says what stood in its way. */
function answerOf(match: CouponMatch, { standing, leaving, winner, obstacle }: Verdict): CouponDecision {
  const { coupon, detail } = match;
  const held = standing.find((reward) => reward.couponId === coupon.id);
  if (held)
    return {
      couponId: coupon.id,
      matched: true,
      reason: isGiven(held.state) ? "already_rewarded" : "matched",
      detail: {},
    };
  // What it is used up by is this engagement's own promise, which goes to the winner.
  const isReplaced = OF_USE.has(match.reason) && leaving.some((reward) => reward.couponId === coupon.id);
  if (winner && isReplaced) return { couponId: coupon.id, matched: false, reason: "smaller_reward", detail: {} };
  if (!match.matched || match === winner)
    return { couponId: coupon.id, matched: match.matched, reason: match.reason, detail };
  const reason = obstacle ?? (winner ? "smaller_reward" : "already_rewarded_by_other");
  return { couponId: coupon.id, matched: false, reason, detail };
}
