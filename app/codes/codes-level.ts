import type { CodesLevel } from "~/platform/generated/client";

const ORDER: CodesLevel[] = ["enough", "low", "empty"];

/** Where so many codes left stand against the number at which the merchant is reminded. */
export function codesLevel(codesLeft: number, lowCodesAt: number): CodesLevel {
  if (codesLeft <= 0) return "empty";
  return codesLeft <= lowCodesAt ? "low" : "enough";
}

/** What to do about a level that is not the one on record: remind, take note of a refill, or nothing. */
export function levelChange(
  recorded: CodesLevel,
  { level, wasRefilled }: { level: CodesLevel; wasRefilled: boolean },
): "remind" | "rearm" | null {
  if (ORDER.indexOf(level) > ORDER.indexOf(recorded)) return "remind";
  // A promise that ends gives its code back to the count; only new codes make a crossing back that counts.
  if (ORDER.indexOf(level) < ORDER.indexOf(recorded) && wasRefilled) return "rearm";
  return null;
}
