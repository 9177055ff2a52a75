import { type Sentence, sentence } from "~/messages/sentence";
import type { Coupon } from "~/platform/generated/client";
import { readDay } from "./calendar-day";
import { couponEnd, shopDay } from "./coupon-end";
import { describeDelay, type FormFields, type ReadStep } from "./coupon-form";

/** Step 3: the last day the coupon is given; null: it has no end. */
export interface ExpirationStep {
  expiresOn: Date | null;
}

/** What a last day is judged by. */
export interface ExpirationRules {
  /** IANA name: the day ends at midnight there. */
  timeZone: string;
  delaySeconds: number;
}

/** Years ahead a coupon may end: a day further away is mistyped, as where a year has a digit too many. */
const MOST_YEARS = 10;

/** The latest day a coupon can be given on, seen from the shop's day `today`; both are UTC midnights. */
export function latestDay(today: Date): Date {
  return new Date(Date.UTC(today.getUTCFullYear() + MOST_YEARS, today.getUTCMonth(), today.getUTCDate()));
}

/**
 * Reads step 3 from what was typed. A day that is over in the shop is refused, and so is one that ends before a coupon
 * earned right now would be sent.
 */
export function readExpirationStep(fields: FormFields, rules: ExpirationRules, now: Date): ReadStep<ExpirationStep> {
  if (fields.expiration === "none") return { outcome: "valid", values: { expiresOn: null } };
  if (fields.expiration !== "date") return refuse("expiration", sentence("coupon_form.choose_expiration"));
  const expiresOn = readDay(fields.expiresOn ?? "");
  if (!expiresOn) return refuse("expiresOn", sentence("coupon_form.enter_date"));
  const last = latestDay(shopDay(now, rules.timeZone));
  if (expiresOn > last) return refuse("expiresOn", sentence("coupon_form.date_too_far", { years: MOST_YEARS }));
  const problem = problemOfEnd(expiresOn, rules, now);
  return problem ? refuse("expiresOn", problem) : { outcome: "valid", values: { expiresOn } };
}

/** Why a coupon cannot end on this day; null when it can. */
export function problemOfEnd(expiresOn: Date, { timeZone, delaySeconds }: ExpirationRules, now: Date): Sentence | null {
  if (expiresOn < shopDay(now, timeZone)) return sentence("coupon_form.date_has_passed");
  const firstSending = now.getTime() + delaySeconds * 1000;
  if (firstSending < couponEnd(expiresOn, timeZone).getTime()) return null;
  return sentence("coupon_form.sent_after_date", { delay: describeDelay(delaySeconds) });
}

/** Step 3 as it is shown. */
export function expirationFields(coupon: Coupon): { expiration: string; expiresOn: string } {
  return coupon.expiresOn
    ? { expiration: "date", expiresOn: coupon.expiresOn.toISOString().slice(0, 10) }
    : { expiration: "none", expiresOn: "" };
}

function refuse(field: string, refusal: Sentence): ReadStep<ExpirationStep> {
  return { outcome: "invalid", errors: { [field]: refusal } };
}
