import { z } from "zod";
import { readEmail } from "~/engagements/shopper-identity";
import type { FormFields, ReadStep } from "./coupon-form";
import { type CodeStep, LONGEST_CODE, trimmedCode } from "./coupon-form-code";
import { count, firstErrors } from "./form-reading";

/** Addresses a reminder goes to at most. */
const MOST_REMINDED = 10;

const code = z.string().default("").transform(trimmedCode);

const form = z
  .object({
    codeType: z.enum(["static", "dynamic"], "Choose where the codes come from."),
    staticCode: code,
    whenEmpty: z.enum(["wait", "fallback"]).default("wait"),
    fallbackCode: code,
    remind: z.enum(["on", ""]).default(""),
    lowCodesAt: z.string().default(""),
    remindedEmails: z.string().default(""),
  })
  .superRefine((typed, context) => {
    const refuse = (field: keyof typeof typed, message: string | null) =>
      message && context.addIssue({ code: "custom", path: [field], message });
    if (typed.codeType === "static") refuse("staticCode", problemOfCode(typed.staticCode));
    else if (typed.whenEmpty === "fallback") refuse("fallbackCode", problemOfCode(typed.fallbackCode));
    if (typed.codeType === "dynamic" && typed.remind === "on") {
      if (!lowCodes.safeParse(typed.lowCodesAt).success) refuse("lowCodesAt", LOW_CODES_PROBLEM);
      refuse("remindedEmails", problemOfEmails(addresses(typed.remindedEmails)));
    }
  });

const LOW_CODES_PROBLEM = "Enter a whole number of codes of at least 1.";
const lowCodes = count(LOW_CODES_PROBLEM, 10_000_000);

/** Reads step 2 from what was typed. */
export function readCodeStep(fields: FormFields): ReadStep<CodeStep> {
  const parsed = form.safeParse(fields);
  if (!parsed.success) return { outcome: "invalid", errors: firstErrors(parsed.error) };
  const { codeType, staticCode, whenEmpty, fallbackCode, remind, lowCodesAt, remindedEmails } = parsed.data;
  const typedCode = problemOfCode(staticCode) ? null : staticCode;
  if (codeType === "static") {
    const none = { whenEmpty: "wait", fallbackCode: null, lowCodesAt: null, remindedEmails: [] } as const;
    return { outcome: "valid", values: { codeType, staticCode: typedCode, ...none, remindedEmails: [] } };
  }
  const values: CodeStep = {
    codeType,
    staticCode: typedCode,
    whenEmpty,
    fallbackCode: whenEmpty === "fallback" ? fallbackCode : null,
    lowCodesAt: remind === "on" ? lowCodes.parse(lowCodesAt) : null,
    remindedEmails: remind === "on" ? addresses(remindedEmails) : [],
  };
  return { outcome: "valid", values };
}

function problemOfCode(code: string): string | null {
  if (code === "") return "Enter the code that exists in your Shopify discounts.";
  if (code.length > LONGEST_CODE) return `Use at most ${LONGEST_CODE} characters.`;
  // The space bar's own space can be typed; line breaks, tabs and the spaces of other widths cannot.
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(code)
    ? "The code contains characters that cannot be typed at checkout."
    : null;
}

function addresses(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter((part) => part !== "");
}

function problemOfEmails(emails: string[]): string | null {
  const wrong = emails.find((email) => !readEmail(email));
  if (wrong) return `“${wrong}” is not an email address.`;
  return emails.length > MOST_REMINDED ? `Use at most ${MOST_REMINDED} addresses.` : null;
}
