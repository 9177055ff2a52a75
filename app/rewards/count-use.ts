import type { CouponUse } from "~/coupons/match-coupons";
import type { Coupon, Reward } from "~/platform/generated/client";

/** The use of a coupon by one shopper; its budget is the same for all of them. */
export type UseOf = (coupon: Coupon, shopperId: string | null) => CouponUse;

/**
 * Counts, while engagements are decided on one after the other, which slots each shopper has of each coupon, beginning with those
 * of `held`, and how much of each budget is used, beginning with `budgetUsed`.
 */
export function countUse(
  held: Pick<Reward, "couponId" | "shopperId" | "slot">[],
  budgetUsed: (coupon: Coupon) => number,
): UseOf {
  const slots = Map.groupBy(held, ({ couponId, shopperId }) => `${couponId} ${shopperId}`);
  const budgets = new Map<string, { used: number }>();
  const uses = new Map<string, CouponUse>();
  return (coupon, shopperId) => {
    const key = `${coupon.id} ${shopperId}`;
    const budget = budgets.get(coupon.id) ?? { used: budgetUsed(coupon) };
    const use = uses.get(key) ?? {
      slots: (slots.get(key) ?? []).map(({ slot }) => slot),
      get budgetUsed() {
        return budget.used;
      },
      set budgetUsed(used) {
        budget.used = used;
      },
    };
    budgets.set(coupon.id, budget);
    uses.set(key, use);
    return use;
  };
}
