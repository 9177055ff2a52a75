import { addSeconds } from "date-fns";
import type { Coupon, Engagement } from "~/platform/generated/client";

/** When a reward goes out: after the coupon's delay, and not before the end of the hold window where one applies. */
export function sendTime(
  engagement: Pick<Engagement, "engagedAt">,
  coupon: Pick<Coupon, "delaySeconds">,
  hold: Date | null,
): Date {
  const afterDelay = addSeconds(engagement.engagedAt, coupon.delaySeconds);
  return hold && hold > afterDelay ? hold : afterDelay;
}
