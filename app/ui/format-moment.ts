/** A moment in the shop's time zone, "22 Nov 2026, 14:05"; the same on the server and in every browser. */
export function formatMoment(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone }).format(moment);
}

/** The day of a moment in the shop's time zone, "22 Nov 2026". */
export function formatDate(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone }).format(moment);
}

/** A calendar day as the database gives it (UTC midnight), "22 Nov 2026". */
export function formatDay(day: Date): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(day);
}
