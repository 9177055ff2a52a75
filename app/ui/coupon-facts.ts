import { describeDelay } from "~/coupons/coupon-form";
import { triggerLabel } from "~/coupons/trigger-labels";
import type { Coupon } from "~/platform/generated/client";
import { formatDay } from "./format-moment";
import { quantity } from "./quantity";

/** A line of a description list. */
export interface Fact {
  term: string;
  description: string;
}

/** What a coupon does, in three groups as the wizard asks for it. */
export function couponFacts(coupon: Coupon, codesLeft: number, timeZone: string) {
  const isStatic = coupon.codeType === "static";
  const end = coupon.expiresOn ? `the end of ${formatDay(coupon.expiresOn)} (${timeZone})` : "you delete it";
  const engagement: Fact[] = [
    { term: "A shopper has to", description: triggerLabel(coupon.trigger).toLowerCase() },
    { term: "They get", description: coupon.description },
    { term: "It is sent", description: describeDelay(coupon.delaySeconds) },
    { term: "One shopper can get it", description: quantity(coupon.limitPerShopper, "time") },
    { term: "In all", description: coupon.budget === null ? "no limit" : `at most ${quantity(coupon.budget, "time")}` },
  ];
  const code: Fact[] = [
    isStatic
      ? { term: "One code for everybody", description: coupon.staticCode ?? "not entered yet" }
      : { term: "A code of their own for each shopper", description: `${quantity(codesLeft, "code")} left` },
  ];
  const expiration: Fact[] = [{ term: "Laurel gives it until", description: end }];
  return { engagement, code, expiration };
}
