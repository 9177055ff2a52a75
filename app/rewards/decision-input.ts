import type { Rules } from "~/coupons/judge-engagement";
import type { CouponUse } from "~/coupons/match-coupons";
import type { Coupon, Engagement, Reward } from "~/platform/generated/client";

/** All that a decision about one engagement looks at. */
export interface DecisionInput {
  engagement: Engagement;
  rules: Rules;
  blocked: boolean;
  /** Every coupon the shop offers, and deleted ones that `rewards` still come from. */
  coupons: Coupon[];
  /** This engagement's rewards that have not ended. */
  rewards: Reward[];
  use: (coupon: Coupon) => CouponUse;
  now: Date;
}
