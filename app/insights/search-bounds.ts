import { codeKey } from "~/codes/code-key";
import { readEmail } from "~/engagements/shopper-identity";

/** A stretch of values in byte order: from the first on, and before the second. Both the same: this value alone. */
export interface Bounds {
  from: string;
  before: string;
}

/** What a text typed to find sent codes can stand for. */
export interface SearchBounds {
  /** As codes are compared. */
  code: Bounds;
  /** As addresses are in normal form; null where the text is no address. */
  address: Bounds | null;
}

/** Comes after every character a text may have. */
const AFTER_ALL = "\u{10FFFF}";

/**
 * Reads what was typed as the beginning, or as all, of a code or an address. Upper and lower case do not count, nor does what stands
 * after a plus sign in an address: however it is spelled, it is the same person.
 */
export function searchBounds(text: string, match: "prefix" | "exact"): SearchBounds {
  const key = codeKey(text);
  if (match === "exact") {
    const email = readEmail(text);
    return { code: only(key), address: email && only(email.normalised) };
  }
  const beginning = readEmail(text)?.normalised ?? normalBeginning(text);
  return { code: beginningWith(key), address: beginningWith(beginning) };
}

function normalBeginning(text: string): string {
  const [local = "", domain = ""] = text.normalize("NFKC").toLowerCase().split("@", 2);
  const plus = local.indexOf("+");
  if (plus > 0) return `${local.slice(0, plus)}@${domain}`;
  return text.includes("@") ? `${local}@${domain}` : local;
}

function only(value: string): Bounds {
  return { from: value, before: value };
}

function beginningWith(value: string): Bounds {
  return { from: value, before: value + AFTER_ALL };
}
