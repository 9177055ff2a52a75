import type { CodeType, Coupon, WhenEmpty } from "~/platform/generated/client";

/** Step 2: where the code comes from, and what happens when there is none left. */
export interface CodeStep {
  codeType: CodeType;
  /** Of a draft it may be there for a dynamic coupon too: what was typed before the merchant changed their mind. */
  staticCode: string | null;
  whenEmpty: WhenEmpty;
  fallbackCode: string | null;
  lowCodesAt: number | null;
  remindedEmails: string[];
}

/** Characters in a code: what Shopify takes. */
export const LONGEST_CODE = 255;

/** Codes left at which merchants are reminded unless they say otherwise. */
const LOW_CODES_AT = 50;

/** What a draft becomes by its first file of codes. */
export const NEWLY_DYNAMIC = { codeType: "dynamic", lowCodesAt: LOW_CODES_AT } as const;

/** White space, NBSP and the characters without width that pages and spreadsheets leave around a copied code. */
const AROUND = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

/** Step 2 as it is shown. Who has not chosen codes of a file yet finds the reminder switched on. */
export function codeFields(coupon: Coupon) {
  const isDynamic = coupon.codeType === "dynamic";
  return {
    codeType: coupon.codeType as string,
    staticCode: coupon.staticCode ?? "",
    whenEmpty: coupon.whenEmpty as string,
    fallbackCode: coupon.fallbackCode ?? "",
    remind: !isDynamic || coupon.lowCodesAt !== null ? "on" : "",
    lowCodesAt: String(coupon.lowCodesAt ?? LOW_CODES_AT),
    remindedEmails: coupon.remindedEmails.join(", "),
  };
}

/** Whether a code has white space inside, which is rarely meant: Shopify takes the code only as it is spelled there. */
export function hasInnerSpace(typed: string): boolean {
  return /\s/.test(trimmedCode(typed));
}

/** Whether a code reads like several: it has a comma or a semicolon inside. Shopify takes such a code, but as one. */
export function looksLikeSeveral(typed: string): boolean {
  return /[,;]/.test(trimmedCode(typed));
}

/** A code without what a copied one has around it. */
export function trimmedCode(typed: string): string {
  return typed.replace(AROUND, "");
}
