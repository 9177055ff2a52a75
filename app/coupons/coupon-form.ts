import { z } from "zod";
import type { CodeType, Coupon, Trigger } from "~/platform/generated/client";
import { OFFERED_TRIGGERS } from "./trigger-labels";

/** What one step of the wizard holds, as the merchant typed it. */
export type FormFields = Record<string, string>;

/** A step that was read: its values, or one sentence for each field that cannot be used. */
export type ReadStep<Values> = { outcome: "valid"; values: Values } | { outcome: "invalid"; errors: FormFields };

/** Step 1: what a shopper does, and what they get for it. */
export interface EngagementStep {
  trigger: Trigger;
  description: string;
  delaySeconds: number;
  limitPerShopper: number;
  budget: number | null;
  alsoAfterSmaller: boolean;
}

/** Step 2: where the code comes from. */
export interface CodeStep {
  codeType: CodeType;
  staticCode: string | null;
}

/** Characters in a description; it stands in the email. */
export const LONGEST_DESCRIPTION = 255;
/** Characters in a code: what Shopify takes. */
export const LONGEST_CODE = 255;

const SECONDS = { hours: 3600, days: 86_400 } as const;
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
    alsoAfterSmaller: z.literal("on").optional(),
  })
  .superRefine(({ delayUnit, delayAmount }, context) => {
    if (delayUnit === "immediately") return;
    const most = (LONGEST_DELAY_DAYS * SECONDS.days) / SECONDS[delayUnit];
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
  const delaySeconds = delayUnit === "immediately" ? 0 : Number(delayAmount) * SECONDS[delayUnit];
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
export function describeDelay(delaySeconds: number): string {
  const { delayUnit, delayAmount } = delayFields(delaySeconds);
  if (delayUnit === "immediately") return "immediately";
  return `${delayAmount} ${delayAmount === "1" ? delayUnit.slice(0, -1) : delayUnit} later`;
}

function delayFields(delaySeconds: number): { delayUnit: "immediately" | "hours" | "days"; delayAmount: string } {
  if (delaySeconds === 0) return { delayUnit: "immediately", delayAmount: "" };
  const unit = delaySeconds % SECONDS.days === 0 ? "days" : "hours";
  return { delayUnit: unit, delayAmount: String(delaySeconds / SECONDS[unit]) };
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
