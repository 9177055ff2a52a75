import type { CouponDecision } from "~/coupons/match-coupons";
import { describeReason, type Reason } from "~/coupons/reason";
import type { Sentence } from "~/messages/sentence";
import type { EngagementDecision } from "~/platform/generated/client";

const PASSED_OVER: ReadonlySet<Reason> = new Set<Reason>(["smaller_reward", "already_rewarded_by_other"]);

/** A decision as it is stored; `coupons` holds each coupon's own answer as JSON. */
export type StoredDecision = Pick<EngagementDecision, "outcome" | "reason" | "coupons">;

/** What each coupon answered, most demanding first, as app/rewards/promise-rewards.server.ts stored it. */
export function couponAnswers({ coupons }: StoredDecision): CouponDecision[] {
  return Array.isArray(coupons) ? (coupons as unknown as CouponDecision[]) : [];
}

/** A decision's overall reason in words, with the figures of the first coupon that answered with it. */
export function describeDecision(decision: StoredDecision): Sentence {
  const detail = couponAnswers(decision).find((answer) => answer.reason === decision.reason)?.detail;
  return describeReason(decision.reason, detail);
}

/** How many coupons would have been given for the engagement too, had another one not been chosen; 0 before a decision. */
export function countPassedOver(decision: StoredDecision | undefined): number {
  if (!decision) return 0;
  return couponAnswers(decision).filter(({ reason }) => PASSED_OVER.has(reason)).length;
}
