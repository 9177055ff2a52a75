import { z } from "zod";
import { sentence } from "~/messages/sentence";
import {
  DELAY_UNITS,
  type EngagementStep,
  type FormErrors,
  type FormFields,
  LONGEST_DESCRIPTION,
  type ReadStep,
} from "./coupon-form";
import { mayFollowSmaller } from "./demand";
import { count, countOrNone, firstErrors, saying } from "./form-reading";
import { OFFERED_TRIGGERS } from "./trigger-labels";

/** Coupons a budget can be of: far below what the column holds. */
const MOST_IN_ALL = 100_000_000;

const LONGEST_DELAY_DAYS = 365;
const MOST_PER_SHOPPER = 1000;

const REFUSALS: FormErrors = {
  trigger: sentence("coupon_form.choose_trigger"),
  description: sentence("coupon_form.describe"),
  delayUnit: sentence("coupon_form.choose_delay"),
  limitPerShopper: sentence("coupon_form.limit_refused", { most: MOST_PER_SHOPPER }),
  budget: sentence("coupon_form.budget_refused", { most: MOST_IN_ALL }),
};
const TOO_LONG = sentence("coupon_form.too_long", { most: LONGEST_DESCRIPTION });

const engagementStep = z
  .object({
    trigger: z.enum(OFFERED_TRIGGERS),
    description: z
      .string()
      .trim()
      .min(1)
      .refine((text) => text.length <= LONGEST_DESCRIPTION, saying(TOO_LONG)),
    delayUnit: z.enum(["immediately", "hours", "days"]),
    delayAmount: z.string().trim().default(""),
    limitPerShopper: count(MOST_PER_SHOPPER),
    budget: countOrNone(MOST_IN_ALL),
    alsoAfterSmaller: z.enum(["on", ""]).optional(),
  })
  .superRefine(({ delayUnit, delayAmount }, context) => {
    if (delayUnit === "immediately") return;
    const most = (LONGEST_DELAY_DAYS * DELAY_UNITS.days) / DELAY_UNITS[delayUnit];
    if (/^\d{1,5}$/.test(delayAmount) && Number(delayAmount) >= 1 && Number(delayAmount) <= most) return;
    const refusal = sentence("coupon_form.delay_refused", { unit: delayUnit, most });
    context.addIssue({ code: "custom", path: ["delayAmount"], ...saying(refusal) });
  });

/** Reads step 1 from what was typed. */
export function readEngagementStep(fields: FormFields): ReadStep<EngagementStep> {
  const parsed = engagementStep.safeParse(fields);
  if (!parsed.success) return { outcome: "invalid", errors: firstErrors(parsed.error, REFUSALS) };
  const { delayUnit, delayAmount, alsoAfterSmaller, ...rest } = parsed.data;
  const delaySeconds = delayUnit === "immediately" ? 0 : Number(delayAmount) * DELAY_UNITS[delayUnit];
  const values = {
    ...rest,
    delaySeconds,
    alsoAfterSmaller: mayFollowSmaller(rest.trigger) && alsoAfterSmaller === "on",
  };
  return { outcome: "valid", values };
}
