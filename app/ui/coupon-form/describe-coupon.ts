import { readDay } from "~/coupons/calendar-day";
import { triggerEvent } from "~/coupons/trigger-labels";
import { sentence } from "~/messages/sentence";
import type { ShopIntl } from "~/messages/shop-intl";
import { Trigger } from "~/platform/generated/enums";

/** What a form holds while it is filled in; what is not there yet is left out of the sentence. */
export type TypedCoupon = Record<string, string | undefined>;

/**
 * A coupon in one plain sentence that grows with the form: "When a shopper writes a review with a photo, 2 days later they
 * get one of your 5,000 codes, worth “15% off”, until 31 Dec 2026." Null before a trigger is chosen.
 */
export function describeCoupon(intl: ShopIntl, typed: TypedCoupon, codesLeft: number): string | null {
  const trigger = Object.values(Trigger).find((known) => known === typed.trigger);
  if (!trigger) return null;
  const delay = wholeNumber(typed.delayAmount);
  const description = typed.description?.trim();
  const day = typed.expiration === "date" ? readDay(typed.expiresOn ?? "") : null;
  return intl.say("coupon_summary.whole", {
    event: sentence(triggerEvent(trigger)),
    unit: delay ? typed.delayUnit : "none",
    delay,
    code: kindOfCode(typed, codesLeft),
    sharedCode: typed.staticCode?.trim(),
    codesLeft,
    isWorth: description ? "yes" : "no",
    description,
    ends: day ? "yes" : "no",
    day: day && intl.day(day),
  });
}

/** What else the form says: how often, how many, and what happens when the codes run out. One sentence each. */
export function describeLimits(intl: ShopIntl, typed: TypedCoupon, codesLeft: number): string[] {
  const often = wholeNumber(typed.limitPerShopper);
  const budget = wholeNumber(typed.budget);
  const limits: (string | null)[] = [
    often ? intl.say("coupon_summary.each_shopper", { count: often }) : null,
    budget ? intl.say("coupon_summary.in_all", { count: budget }) : null,
  ];
  if (typed.codeType === "dynamic") {
    const fallback = typed.whenEmpty === "fallback" ? typed.fallbackCode?.trim() : "";
    limits.push(
      fallback ? intl.say("coupon_summary.fallback", { code: fallback }) : intl.say("coupon_summary.rewards_wait"),
    );
    const low = typed.remind === "on" ? wholeNumber(typed.lowCodesAt) : null;
    const atOnce = aboutReminder(intl, typed, codesLeft);
    limits.push(low ? (atOnce ?? intl.say("coupon_summary.reminded", { count: low })) : null);
  }
  return limits.filter((said) => said !== null);
}

/**
 * What the low-codes reminder does where there are no more codes than the number it is to come at; else null. A coupon that begins
 * below its number has not crossed it: app/codes/codes-level.ts. `codesLeft` 0: there are none yet, or that was told already.
 */
export function aboutReminder(intl: ShopIntl, { lowCodesAt }: TypedCoupon, codesLeft: number): string | null {
  const low = wholeNumber(lowCodesAt);
  if (!low || codesLeft === 0 || codesLeft > low) return null;
  return intl.say("coupon_summary.reminder_passed", { codesLeft, low });
}

function kindOfCode({ codeType, staticCode }: TypedCoupon, codesLeft: number) {
  if (codeType === "dynamic") return codesLeft > 0 ? "pool" : "own";
  return codeType === "static" && staticCode?.trim() ? "shared" : "unknown";
}

function wholeNumber(typed: string | undefined): number | null {
  return typed && /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : null;
}
