const FORM = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/;

/** Ten trillion in hundredths: far above any order, and a thousand of them still fit into a column of 16 digits. */
const MOST = 1_000_000_000_000_000n;

/**
 * Reads an amount as sources send it, "24.50" or 24.5, into hundredths of its currency; null if it is none.
 * Half a hundredth is rounded away from zero (currencies with three decimals), and nothing exceeds ten trillion.
 */
export function readMoney(value: unknown): bigint | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const [, sign, whole, fraction = ""] = FORM.exec(String(value).trim()) ?? [];
  if (whole === undefined) return null;
  const thousandths = BigInt(whole) * 1000n + BigInt(fraction.slice(0, 3).padEnd(3, "0"));
  const hundredths = (thousandths + 5n) / 10n;
  const bounded = hundredths > MOST ? MOST : hundredths;
  return sign === "-" ? -bounded : bounded;
}

/** Hundredths as the decimal text a database column takes: 2450n is "24.50". */
export function writeMoney(hundredths: bigint): string {
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, "0");
  return `${hundredths < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
