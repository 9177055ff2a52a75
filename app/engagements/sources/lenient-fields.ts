import { z } from "zod";
import { readMoney } from "~/platform/money";
import { readEmail } from "../shopper-identity";
import { parseTime } from "./parse-time";

// Fields as sources really send them: a value of the wrong kind reads as null, it never makes the whole event unreadable.

const lenient = <T>(read: (value: unknown) => T) => z.unknown().optional().transform(read);

/** Longest text kept of names and titles, in UTF-16 units. */
const TEXT_LIMIT = 255;
/** Longest code looked at, in UTF-16 units: Shopify's 255 characters may take two each. */
const CODE_LIMIT = 510;

/** Text without what PostgreSQL refuses to store (NUL, lone surrogates), trimmed and cut; empty reads as null. */
export const text = lenient(cleanText);

/** An id as digits or text: 123, "123", "shopify-123" and "gid://shopify/Product/123" are the same; 0 and "" read as null. */
export const id = lenient(cleanId);

/** Whole stars; "5" and 5 are the same; outside 1 to 5 reads as null. */
export const rating = lenient((value) => {
  const stars = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof stars === "number" && stars >= 1 && stars <= 5 ? Math.round(stars) : null;
});

/** true, "true", 1 and "1" are yes; false, "false", 0 and "0" are no; anything else reads as null. */
export const flag = lenient((value) => {
  const word = String(typeof value === "object" ? "" : value).toLowerCase();
  if (word === "true" || word === "1") return true;
  return word === "false" || word === "0" ? false : null;
});

/** A point in time in any of the forms `parseTime` knows. */
export const time = lenient(parseTime);

/** An address mail can be sent to, trimmed; anything else reads as null. */
export const email = lenient((value) => {
  const isText = typeof value === "string" && !/\p{Surrogate}/u.test(value);
  return isText ? (readEmail(value)?.address ?? null) : null;
});

/** Lower-case word of an enumeration; null if it is no text. */
export const word = lenient((value) => cleanText(value)?.toLowerCase() ?? null);

/** A discount code as it is spelled, trimmed; what no shop can have as a code reads as null. */
export const discountCode = lenient((value) => {
  const code = typeof value === "string" ? value.trim() : "";
  const isCode = code !== "" && code.length <= CODE_LIMIT && code.isWellFormed() && !code.includes("\0");
  return isCode ? code : null;
});

/** An amount of money in hundredths of its currency; anything else reads as null. */
export const money = lenient(readMoney);

/** Entries of a list that are looked at; a source that sends more means nothing good. */
const LIST_LIMIT = 1000;

/** A list whose entries are read by `entry`; anything else reads as an empty one. */
export function list<T extends z.ZodType>(entry: T) {
  return z.preprocess((value) => (Array.isArray(value) ? value.slice(0, LIST_LIMIT) : []), z.array(entry));
}

/** An object whose own fields are read by `shape`; anything else reads as an object without them. */
export function record<T extends z.ZodRawShape>(shape: T) {
  return z.preprocess((value) => (isRecord(value) ? value : {}), z.object(shape));
}

/** Whether it is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function cleanText(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const clean = String(value)
    .replaceAll("\0", "")
    .trim()
    .slice(0, TEXT_LIMIT)
    .replace(/\p{Surrogate}/gu, "\uFFFD");
  return clean === "" ? null : clean;
}

function cleanId(value: unknown): string | null {
  const whole = cleanText(value);
  if (whole === null) return null;
  const digits = /^(?:gid:\/\/shopify\/[A-Za-z]+\/|shopify-)(\d+)(?:\?.*)?$/.exec(whole)?.[1] ?? whole;
  return /^0+$/.test(digits) ? null : digits;
}
