import { quantity } from "~/ui/quantity";

/** What waits while the thank-you email is off, as a sentence; null where nothing does. `count`: coupons promised. */
export function waitingWords(count: number): string | null {
  if (count === 0) return null;
  return `${quantity(count, "promised coupon")} ${count === 1 ? "waits" : "wait"} until it is on again.`;
}
