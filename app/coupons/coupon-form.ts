import { type Sentence, sentence } from "~/messages/sentence";
import type { Coupon, Trigger } from "~/platform/generated/client";

/** What one step of the wizard holds, as the merchant typed it. */
export type FormFields = Record<string, string>;

/** By field, why what was typed cannot be used. */
export type FormErrors = Record<string, Sentence>;

/** A step that was read: its values, or one sentence for each field that cannot be used. */
export type ReadStep<Values> = { outcome: "valid"; values: Values } | { outcome: "invalid"; errors: FormErrors };

/** Step 1: what a shopper does, and what they get for it. */
export interface EngagementStep {
  trigger: Trigger;
  description: string;
  delaySeconds: number;
  limitPerShopper: number;
  budget: number | null;
  alsoAfterSmaller: boolean;
}

/** Characters in a description; it stands in the email. */
export const LONGEST_DESCRIPTION = 255;

/** Seconds in each unit a delay is given in. */
export const DELAY_UNITS = { hours: 3600, days: 86_400 } as const;

/** Step 1 as it is shown: of a new coupon, or of one begun already. */
export function engagementFields(coupon: Coupon | null): FormFields & { delayUnit: string; trigger: string } {
  const delaySeconds = coupon?.delaySeconds ?? 0;
  return {
    trigger: coupon?.trigger ?? "",
    description: coupon?.description ?? "",
    ...delayFields(delaySeconds),
    limitPerShopper: String(coupon?.limitPerShopper ?? 1),
    budget: coupon?.budget?.toString() ?? "",
    alsoAfterSmaller: coupon?.alsoAfterSmaller ? "on" : "",
  };
}

/** A delay in words: "immediately", "2 days later", "36 hours later". */
export function describeDelay(delaySeconds: number): Sentence {
  const { delayUnit: unit, delayAmount } = delayFields(delaySeconds);
  return sentence("coupon_form.delay", { unit, amount: Number(delayAmount) });
}

function delayFields(delaySeconds: number): { delayUnit: "immediately" | "hours" | "days"; delayAmount: string } {
  if (delaySeconds === 0) return { delayUnit: "immediately", delayAmount: "" };
  const unit = delaySeconds % DELAY_UNITS.days === 0 ? "days" : "hours";
  return { delayUnit: unit, delayAmount: String(delaySeconds / DELAY_UNITS[unit]) };
}
