import { addSeconds } from "date-fns";
import type { Coupon, Engagement } from "~/platform/generated/client";

/** End of the hold window: counted from when we first heard of it, so that late and shuffled deliveries keep the same chance. */
export function holdEnd(engagement: Pick<Engagement, "receivedAt">, holdSeconds: number): Date {
  return addSeconds(engagement.receivedAt, holdSeconds);
}

/** When a reward goes out: after the coupon's delay, and not before the end of the hold window where one applies. */
export function sendTime(
  engagement: Pick<Engagement, "engagedAt">,
  coupon: Pick<Coupon, "delaySeconds">,
  hold: Date | null,
): Date {
  const afterDelay = addSeconds(engagement.engagedAt, coupon.delaySeconds);
  return hold && hold > afterDelay ? hold : afterDelay;
}
