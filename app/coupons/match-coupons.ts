import type { Coupon } from "~/platform/generated/client";
import { couponEnd } from "./coupon-end";
import { demandOf, lacking, type TriggerFacts } from "./demand";
import type { Reason, ReasonDetail } from "./reason";

/** What matching needs to know of an engagement. */
export type MatchFacts = TriggerFacts & { engagedAt: Date };

/** How much of a coupon is taken, from this shopper's point of view. */
export interface CouponUse {
  /** Slots 1..limit this shopper holds of the coupon, with promises. */
  slots: number[];
  /** All rewards that count against the budget. */
  budgetUsed: number;
}

/** One coupon's answer. `matched` says that it could be given, not that it was. */
export interface CouponMatch {
  coupon: Coupon;
  matched: boolean;
  reason: Reason;
  detail: ReasonDetail;
}

/** What is stored and shown of a coupon's answer. */
export interface CouponDecision {
  couponId: string;
  matched: boolean;
  reason: Reason;
  detail: ReasonDetail;
}

/**
 * Every coupon's answer to one engagement, most demanding first, then in the merchant's order.
 * An empty pool is no reason: that reward waits. `sendAt` says when a reward of the coupon would go out.
 */
export function matchCoupons(
  facts: MatchFacts,
  coupons: Coupon[],
  use: (coupon: Coupon) => CouponUse,
  sendAt: (coupon: Coupon) => Date,
  timeZone: string,
  now: Date,
): CouponMatch[] {
  return inOrderOfDemand(coupons).map((coupon) => {
    const problem =
      lacking(coupon.trigger, facts) ?? unavailable(facts, coupon, use(coupon), sendAt(coupon), timeZone, now);
    return {
      coupon,
      matched: problem === null,
      reason: problem ?? "matched",
      detail: detailOf(problem, coupon, use(coupon)),
    };
  });
}

/** Most demanding first; among equals the merchant's order, then the older coupon. */
export function inOrderOfDemand(coupons: Coupon[]): Coupon[] {
  return coupons.toSorted(
    (a, b) =>
      demandOf(b.trigger) - demandOf(a.trigger) ||
      a.position - b.position ||
      a.createdAt.getTime() - b.createdAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Why a coupon whose trigger is satisfied still cannot be given; null when it can. */
export function unavailable(
  facts: MatchFacts,
  coupon: Coupon,
  use: CouponUse,
  sendAt: Date,
  timeZone: string,
  now: Date,
): Reason | null {
  if (coupon.state !== "active") return "paused";
  if (!coupon.activatedAt || facts.engagedAt < coupon.activatedAt) return "before_coupon";
  if (coupon.expiresOn) {
    const end = couponEnd(coupon.expiresOn, timeZone);
    if (end <= now) return "expired";
    if (end <= sendAt) return "ends_before_due";
  }
  if (freeSlot(coupon, use) === null) return "limit_reached";
  if (coupon.budget !== null && use.budgetUsed >= coupon.budget) return "budget_used";
  return null;
}

/** The lowest slot of the coupon this shopper does not hold yet, 1..limit; null when all are taken. */
export function freeSlot(coupon: Coupon, use: CouponUse): number | null {
  for (let slot = 1; slot <= coupon.limitPerShopper; slot++) if (!use.slots.includes(slot)) return slot;
  return null;
}

function detailOf(reason: Reason | null, coupon: Coupon, use: CouponUse): ReasonDetail {
  if (reason === "limit_reached") return { used: use.slots.length, limit: coupon.limitPerShopper };
  if (reason === "budget_used") return { used: use.budgetUsed, limit: coupon.budget ?? 0 };
  return {};
}
