import type { BenchRow, Figures, Measured, Verdict } from "./bench-row";

/** The middle value; between the two middle ones where their number is even. Throws when there are none. */
export function median(values: number[]): number {
  return quantile(values, 0.5);
}

/** The value below which this share of the values lies, interpolated. Throws when there are none. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) throw new Error("no values");
  return low + (high - low) * (place - Math.floor(place));
}

/**
 * Measures each way in turn, `rounds` times over, and returns each way's median of every figure. Every round begins with
 * the next way, so that none has the best place each time.
 */
export async function alternate<W extends string, F extends string>(
  ways: Record<W, () => Promise<Figures<F>>>,
  rounds = 5,
): Promise<Record<W, Figures<F>>> {
  const names = Object.keys(ways) as W[];
  const seen = new Map<W, Figures<F>[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length] as W;
      seen.get(name)?.push(await ways[name]());
    }
  }
  return Object.fromEntries(names.map((name) => [name, medians(seen.get(name) ?? [])])) as Record<W, Figures<F>>;
}

/** The median of every figure over several measurements of the same thing. */
export function medians<F extends string>(measurements: Figures<F>[]): Figures<F> {
  const names = Object.keys(measurements[0] ?? {}) as F[];
  const middle = (name: F) => median(measurements.map((figures) => figures[name]));
  return Object.fromEntries(names.map((name) => [name, middle(name)])) as Figures<F>;
}

/** Ours divided by the reference's; NaN, which reaches no goal, where the reference has no such figure. */
export function ratioTo<F extends string, R extends string>(measured: Measured<F, R>, reference: R, figure: F): number {
  return measured.ours[figure] / (measured.references[reference][figure] ?? Number.NaN);
}

/** What the row's goals say of a measurement. */
export function verdictOf(row: BenchRow, measured: Measured): Verdict {
  if (!row.floor && !row.aim) return "written down";
  const reachesFloor = row.floor?.isMet(measured) ?? true;
  if (reachesFloor && row.aim?.isMet(measured)) return "aim met";
  return reachesFloor ? "floor met" : "floor missed";
}
