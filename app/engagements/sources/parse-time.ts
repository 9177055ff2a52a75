const FORM =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/**
 * Reads the times sources send: ISO 8601, "2018-02-20 14:12:13 UTC", a bare date. Without a zone it is UTC.
 * Kept between 1970 and 2200, so that an ancient review stays ancient and the database can hold it. Anything else is null.
 */
export function parseTime(value: unknown): Date | null {
  const parts = typeof value === "string" ? FORM.exec(value.trim()) : null;
  if (!parts) return null;
  const [, year, month, day, hour = "00", minute = "00", second = "00", fraction = "0", zone = "Z"] = parts;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : "Z";
  const ms = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, "0")}${offset}`,
  );
  return Number.isNaN(ms) ? null : new Date(Math.min(Math.max(ms, EARLIEST), LATEST));
}
