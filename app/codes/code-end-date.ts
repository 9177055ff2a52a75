import { readDay } from "~/coupons/calendar-day";
import type { RejectReason } from "./reject-reason";

/** The days an end date in a file is compared with, as "yyyy-mm-dd" in the shop's time zone. */
export interface EndDateRules {
  today: string;
  /** Last day the coupon is given; null where it has no expiration. */
  couponExpiresOn: string | null;
}

/**
 * Judges the end date a file states for a code: Judge.me's dd/mm/yyyy (its help page on dynamic coupons), or ISO 8601.
 * A code must still work on the coupon's last day, else a shopper could be given a code that has ended.
 * Gives the date as "yyyy-mm-dd", or null where the cell is empty, and the reason to reject the line, if any.
 */
export function judgeEndDate(
  cell: string,
  rules: EndDateRules,
): { endsOn: string | null; reason: RejectReason | null } {
  if (cell === "") return { endsOn: null, reason: null };
  const endsOn = readCell(cell);
  if (endsOn === null) return { endsOn: null, reason: "unclear_end_date" };
  if (endsOn < rules.today) return { endsOn, reason: "ended" };
  const tooEarly = rules.couponExpiresOn !== null && endsOn < rules.couponExpiresOn;
  return { endsOn, reason: tooEarly ? "ends_before_coupon" : null };
}

/** The day in a cell as "yyyy-mm-dd"; null where it is none. */
function readCell(cell: string): string | null {
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell);
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(cell)?.[1] ?? "";
  const text = local ? [local[3], local[2]?.padStart(2, "0"), local[1]?.padStart(2, "0")].join("-") : iso;
  return readDay(text) && text;
}
