import { canEverSatisfy, demandOf, lacking } from "~/coupons/demand";
import { holdEnd } from "~/coupons/hold-end";
import { publicationPending, verificationPending } from "~/coupons/judge-engagement";
import { unavailable } from "~/coupons/match-coupons";
import type { Coupon } from "~/platform/generated/client";
import { type DecisionInput, matchFacts } from "./decision-input";
import { sendTime } from "./send-time";

/** When a promise of this coupon is due; null while the review awaits publication. */
export function dueTime(input: DecisionInput, coupon: Coupon): Date | null {
  if (publicationPending(input.engagement, input.rules)) return null;
  return sendTime(
    input.engagement,
    coupon,
    waitingHelps(input, coupon) ? holdEnd(input.engagement, input.rules.holdSeconds) : null,
  );
}

/**
 * Whether holding the promise back can change anything: a verification is pending, or a more demanding coupon could
 * still replace it. A coupon that also comes after a smaller one loses nothing by waiting, so it holds nobody up.
 */
function waitingHelps(input: DecisionInput, coupon: Coupon): boolean {
  const { engagement, rules, now } = input;
  const facts = matchFacts(input);
  if (verificationPending(engagement, rules)) return true;
  return input.coupons.some(
    (other) =>
      demandOf(other.trigger) > demandOf(coupon.trigger) &&
      !other.alsoAfterSmaller &&
      canEverSatisfy(other.trigger, engagement) &&
      lacking(other.trigger, facts) !== null &&
      unavailable(facts, other, input.use(other), holdEnd(engagement, rules.holdSeconds), rules.timeZone, now) === null,
  );
}
