import { TZDate } from "@date-fns/tz";

/**
 * A coupon's last day written out for shoppers in the shop's language, e.g. "31 December 2026"; null: no expiration.
 * `expiresOn` is a calendar day as the database gives it (midnight UTC). The coupon ends with that day in `timeZone`,
 * so it is the day's last second there that is written. An unknown time zone or language falls back to UTC and English.
 */
export function formatExpiry(expiresOn: Date | null, timeZone: string, locale: string): string | null {
  if (expiresOn === null) return null;
  const zone = isKnown(() => new Intl.DateTimeFormat("en", { timeZone })) ? timeZone : "UTC";
  const language = isKnown(() => new Intl.DateTimeFormat(locale)) ? locale : "en";
  const [year, month, day] = [expiresOn.getUTCFullYear(), expiresOn.getUTCMonth(), expiresOn.getUTCDate()];
  const lastSecond = new TZDate(year, month, day, 23, 59, 59, zone);
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: zone }).format(lastSecond.getTime());
}

function isKnown(use: () => unknown): boolean {
  try {
    use();
    return true;
  } catch {
    return false;
  }
}
