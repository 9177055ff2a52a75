import { z } from "zod";
import { DELAY_UNITS, type EngagementStep, type FormFields, LONGEST_DESCRIPTION, type ReadStep } from "./coupon-form";
import { count, countOrNone, firstErrors } from "./form-reading";
import { OFFERED_TRIGGERS } from "./trigger-labels";

const LONGEST_DELAY_DAYS = 365;

const engagementStep = z
  .object({
    trigger: z.enum(OFFERED_TRIGGERS, "Choose what a shopper has to do."),
    description: z
      .string()
      .trim()
      .min(1, "Describe what the shopper gets, for example “10% off your next order”.")
      .max(LONGEST_DESCRIPTION, `Use at most ${LONGEST_DESCRIPTION} characters.`),
    delayUnit: z.enum(["immediately", "hours", "days"], "Choose when the coupon is sent."),
    delayAmount: z.string().trim().default(""),
    limitPerShopper: count("Enter a whole number from 1 to 1000.", 1000),
    budget: countOrNone("Enter a whole number of at least 1, or leave this empty.", 100_000_000),
    alsoAfterSmaller: z.enum(["on", ""]).optional(),
  })
  .superRefine(({ delayUnit, delayAmount }, context) => {
    if (delayUnit === "immediately") return;
    const most = (LONGEST_DELAY_DAYS * DELAY_UNITS.days) / DELAY_UNITS[delayUnit];
    if (/^\d{1,5}$/.test(delayAmount) && Number(delayAmount) >= 1 && Number(delayAmount) <= most) return;
    const message = `Enter a whole number of ${delayUnit} from 1 to ${most}.`;
    context.addIssue({ code: "custom", path: ["delayAmount"], message });
  });

/** Reads step 1 from what was typed. */
export function readEngagementStep(fields: FormFields): ReadStep<EngagementStep> {
  const parsed = engagementStep.safeParse(fields);
  if (!parsed.success) return { outcome: "invalid", errors: firstErrors(parsed.error) };
  const { delayUnit, delayAmount, alsoAfterSmaller, ...rest } = parsed.data;
  const delaySeconds = delayUnit === "immediately" ? 0 : Number(delayAmount) * DELAY_UNITS[delayUnit];
  const mayFollowSmaller = rest.trigger === "shared_review" || rest.trigger === "photo_review";
  const values = { ...rest, delaySeconds, alsoAfterSmaller: mayFollowSmaller && alsoAfterSmaller === "on" };
  return { outcome: "valid", values };
}
