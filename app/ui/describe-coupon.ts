import { triggerEvent } from "~/coupons/trigger-labels";
import { Trigger } from "~/platform/generated/enums";
import { formatDay } from "./format-moment";
import { quantity } from "./quantity";

/** What a form holds while it is filled in; what is not there yet is left out of the sentence. */
export type TypedCoupon = Record<string, string | undefined>;

/**
 * A coupon in one plain sentence that grows with the form: "When a shopper writes a review with a photo, 2 days later they
 * get one of your 5,000 codes, worth “15% off”, until 31 Dec 2026." Null before a trigger is chosen.
 */
export function describeCoupon(typed: TypedCoupon, codesLeft: number): string | null {
  const trigger = Object.values(Trigger).find((known) => known === typed.trigger);
  if (!trigger) return null;
  const description = typed.description?.trim();
  const worth = description ? `, worth “${description}”` : "";
  return `When a shopper ${triggerEvent(trigger)}, ${delay(typed)}they get ${code(typed, codesLeft)}${worth}${end(typed)}.`;
}

/** What else the form says: how often, how many, and what happens when the codes run out. One sentence each. */
export function describeLimits(typed: TypedCoupon, codesLeft: number): string[] {
  const often = wholeNumber(typed.limitPerShopper);
  const budget = wholeNumber(typed.budget);
  const limits: (string | number | false | null | undefined)[] = [
    often && `Each shopper can get it ${often === 1 ? "once" : quantity(often, "time")}.`,
  ];
  limits.push(budget && `It is given ${quantity(budget, "time")} at most.`);
  if (typed.codeType === "dynamic") {
    const fallback = typed.fallbackCode?.trim();
    const goesOn = typed.whenEmpty === "fallback" && fallback;
    limits.push(goesOn ? `When the codes run out, shoppers get ${fallback}.` : "When the codes run out, rewards wait.");
    const low = typed.remind === "on" && wholeNumber(typed.lowCodesAt);
    const atOnce = aboutReminder(typed, codesLeft);
    limits.push(low && (atOnce ?? `You are reminded when ${quantity(low, "code")} ${low === 1 ? "is" : "are"} left.`));
  }
  return limits.flatMap((sentence) => (typeof sentence === "string" && sentence ? [sentence] : []));
}

/**
 * What the low-codes reminder does where there are no more codes than the number it is to come at; else null. A coupon that begins
 * below its number has not crossed it: app/codes/codes-level.ts. `codesLeft` 0: there are none yet, or that was told already.
 */
export function aboutReminder({ lowCodesAt }: TypedCoupon, codesLeft: number): string | null {
  const low = wholeNumber(lowCodesAt);
  if (!low || codesLeft === 0 || codesLeft > low) return null;
  const few = codesLeft === 1 ? "Only 1 code is" : `Only ${quantity(codesLeft, "code")} are`;
  return `${few} left now. You are reminded when none is left, and at ${low.toLocaleString("en")} only once you have added more codes than that.`;
}

function delay({ delayUnit, delayAmount }: TypedCoupon): string {
  const amount = wholeNumber(delayAmount);
  if (!amount || (delayUnit !== "hours" && delayUnit !== "days")) return "";
  return `${quantity(amount, delayUnit.slice(0, -1))} later `;
}

function code({ codeType, staticCode }: TypedCoupon, codesLeft: number): string {
  if (codeType === "dynamic") {
    if (codesLeft === 1) return "your one code";
    return codesLeft > 0 ? `one of your ${quantity(codesLeft, "code")}` : "a code of their own";
  }
  const typed = codeType === "static" && staticCode?.trim();
  return typed ? `the code ${typed}` : "a coupon";
}

function end({ expiration, expiresOn }: TypedCoupon): string {
  if (expiration !== "date" || !/^\d{4}-\d{2}-\d{2}$/.test(expiresOn ?? "")) return "";
  const day = new Date(`${expiresOn}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? "" : `, until ${formatDay(day)}`;
}

function wholeNumber(typed: string | undefined): number | null {
  return typed && /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : null;
}
