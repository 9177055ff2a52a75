import { TZDate } from "@date-fns/tz";

/**
 * The first moment after a coupon's last day: midnight that ends `expiresOn` in the shop's time zone.
 * `expiresOn` is a calendar day, held as UTC midnight.
 */
export function couponEnd(expiresOn: Date, timeZone: string): Date {
  const midnight = new TZDate(
    expiresOn.getUTCFullYear(),
    expiresOn.getUTCMonth(),
    expiresOn.getUTCDate() + 1,
    timeZone,
  );
  return new Date(midnight.getTime());
}

/** The shop's calendar day at `now`, as UTC midnight: comparable with `expiresOn`. */
export function shopDay(now: Date, timeZone: string): Date {
  const local = new TZDate(now.getTime(), timeZone);
  return new Date(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()));
}
