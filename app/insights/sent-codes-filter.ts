import { readDay } from "~/coupons/calendar-day";
import { couponEnd } from "~/coupons/coupon-end";
import type { RewardState } from "~/platform/generated/client";

/** States of a reward that has its code. */
export const SENT_CODE_STATES = ["sent", "sending", "failed", "parked"] as const satisfies RewardState[];
export type SentCodeState = (typeof SENT_CODE_STATES)[number];

/** What sent codes are narrowed to, as it stands in the page's address: days are the shop's calendar days, "yyyy-mm-dd". */
export interface SentCodesFilter {
  /** A code or an address; "": all. */
  text: string;
  /** Whether the text is all of it or its beginning. */
  match: "prefix" | "exact";
  state: SentCodeState | null;
  /** First and last day on which the code was given. */
  from: string | null;
  until: string | null;
}

/** Longer texts are no code and no address. */
const LONGEST_TEXT = 255;
/** Days are UTC midnights, which are all of this length. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** Reads what an address asks for. What makes no sense narrows nothing. */
export function readSentCodesFilter(query: URLSearchParams): SentCodesFilter {
  const state = query.get("state");
  return {
    text: storable(query.get("q") ?? ""),
    match: query.get("match") === "exact" ? "exact" : "prefix",
    state: SENT_CODE_STATES.find((known) => known === state) ?? null,
    from: dayOrNull(query.get("from")),
    until: dayOrNull(query.get("until")),
  };
}

/** The filter as an address has it; what narrows nothing is left out. */
export function sentCodesQuery({ text, match, state, from, until }: SentCodesFilter): URLSearchParams {
  const said = { q: text, match: match === "exact" && text ? match : "", state, from, until };
  return new URLSearchParams(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** Whether anything is left out by it. */
export function narrows({ text, state, from, until }: SentCodesFilter): boolean {
  return Boolean(text || state || from || until);
}

/** The moments between which the filter's days lie in the shop's time zone: from the first on, and before the second. */
export function momentsOf(
  { from, until }: Pick<SentCodesFilter, "from" | "until">,
  timeZone: string,
): { since: Date | null; before: Date | null } {
  const [first, last] = [readDay(from ?? ""), readDay(until ?? "")];
  return {
    since: first && couponEnd(new Date(first.getTime() - DAY_MS), timeZone),
    before: last && couponEnd(last, timeZone),
  };
}

/** PostgreSQL stores neither U+0000 nor half a character, so no code has one. */
function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed().trim().slice(0, LONGEST_TEXT).toWellFormed();
}

/** Days the app can have known, and PostgreSQL as well. */
function dayOrNull(text: string | null): string | null {
  return text && /^2\d{3}-/.test(text) && readDay(text) ? text : null;
}
