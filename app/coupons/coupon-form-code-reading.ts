import { z } from "zod";
import { readEmail } from "~/engagements/shopper-identity";
import { type Sentence, sentence } from "~/messages/sentence";
import type { FormErrors, FormFields, ReadStep } from "./coupon-form";
import { type CodeStep, LONGEST_CODE, trimmedCode } from "./coupon-form-code";
import { count, firstErrors, saying } from "./form-reading";

/** Addresses a reminder goes to at most. */
const MOST_REMINDED = 10;

const REFUSALS: FormErrors = {
  codeType: sentence("coupon_form.choose_code_type"),
  lowCodesAt: sentence("coupon_form.low_codes_refused"),
};

const code = z.string().default("").transform(trimmedCode);

const form = z
  .object({
    codeType: z.enum(["static", "dynamic"]),
    staticCode: code,
    whenEmpty: z.enum(["wait", "fallback"]).default("wait"),
    fallbackCode: code,
    remind: z.enum(["on", ""]).default(""),
    lowCodesAt: z.string().default(""),
    remindedEmails: z.string().default(""),
  })
  .superRefine((typed, context) => {
    const refuse = (field: keyof typeof typed, refusal: Sentence | null | undefined) =>
      refusal && context.addIssue({ code: "custom", path: [field], ...saying(refusal) });
    if (typed.codeType === "static") refuse("staticCode", problemOfCode(typed.staticCode));
    else if (typed.whenEmpty === "fallback") refuse("fallbackCode", problemOfCode(typed.fallbackCode));
    if (typed.codeType === "dynamic" && typed.remind === "on") {
      if (!lowCodes.safeParse(typed.lowCodesAt).success) refuse("lowCodesAt", REFUSALS.lowCodesAt);
      refuse("remindedEmails", problemOfEmails(addresses(typed.remindedEmails)));
    }
  });

const lowCodes = count(10_000_000);

/** Reads step 2 from what was typed. */
export function readCodeStep(fields: FormFields): ReadStep<CodeStep> {
  const parsed = form.safeParse(fields);
  if (!parsed.success) return { outcome: "invalid", errors: firstErrors(parsed.error, REFUSALS) };
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

function problemOfCode(code: string): Sentence | null {
  if (code === "") return sentence("coupon_form.enter_code");
  if (code.length > LONGEST_CODE) return sentence("coupon_form.too_long", { most: LONGEST_CODE });
  // The space bar's own space can be typed; line breaks, tabs and the spaces of other widths cannot.
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(code) ? sentence("coupon_form.code_cannot_be_typed") : null;
}

function addresses(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter((part) => part !== "");
}

function problemOfEmails(emails: string[]): Sentence | null {
  const wrong = emails.find((email) => !readEmail(email));
  if (wrong) return sentence("coupon_form.no_email", { typed: wrong });
  return emails.length > MOST_REMINDED ? sentence("coupon_form.too_many_emails", { most: MOST_REMINDED }) : null;
}
