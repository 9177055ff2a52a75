import { z } from "zod";
import {
  type CodeStep,
  DELAY_UNITS,
  type EngagementStep,
  type FormFields,
  LONGEST_CODE,
  LONGEST_DESCRIPTION,
  type ReadStep,
} from "./coupon-form";
import { OFFERED_TRIGGERS } from "./trigger-labels";

const LONGEST_DELAY_DAYS = 365;

const count = (message: string, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((n) => n >= 1 && n <= most, message);

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
    budget: z.union([
      z.literal("").transform(() => null),
      count("Enter a whole number of at least 1, or leave this empty.", 100_000_000),
    ]),
    alsoAfterSmaller: z.enum(["on", ""]).optional(),
  })
  .superRefine(({ delayUnit, delayAmount }, context) => {
    if (delayUnit === "immediately") return;
    const most = (LONGEST_DELAY_DAYS * DELAY_UNITS.days) / DELAY_UNITS[delayUnit];
    if (/^\d{1,5}$/.test(delayAmount) && Number(delayAmount) >= 1 && Number(delayAmount) <= most) return;
    const message = `Enter a whole number of ${delayUnit} from 1 to ${most}.`;
    context.addIssue({ code: "custom", path: ["delayAmount"], message });
  });

const codeStep = z
  .object({
    codeType: z.enum(["static", "dynamic"], "Choose where the codes come from."),
    staticCode: z.string().trim().default(""),
  })
  .superRefine(({ codeType, staticCode }, context) => {
    const message = codeType === "static" ? problemOfCode(staticCode) : null;
    if (message) context.addIssue({ code: "custom", path: ["staticCode"], message });
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

/** Reads step 2 from what was typed. */
export function readCodeStep(fields: FormFields): ReadStep<CodeStep> {
  const parsed = codeStep.safeParse(fields);
  if (!parsed.success) return { outcome: "invalid", errors: firstErrors(parsed.error) };
  const { codeType, staticCode } = parsed.data;
  return { outcome: "valid", values: { codeType, staticCode: codeType === "static" ? staticCode : null } };
}

function problemOfCode(code: string): string | null {
  if (code === "") return "Enter the code that exists in your Shopify discounts.";
  if (code.length > LONGEST_CODE) return `Use at most ${LONGEST_CODE} characters.`;
  return /[\p{Cc}\p{Cf}\n\r]/u.test(code) ? "The code contains characters that cannot be typed at checkout." : null;
}

function firstErrors(error: z.ZodError): FormFields {
  const found: FormFields = {};
  for (const { path, message } of error.issues) found[String(path[0])] ??= message;
  return found;
}
