import { seededChance } from "../../support/resend-double/seeded-chance";

/** Everything random in a world, the same for the same seed. */
export interface Draw {
  /** True with this probability. */
  chance(probability: number): boolean;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** One of these names, by its weight. */
  weighted<T extends string>(weights: Record<T, number>): T;
  shuffled<T>(items: T[]): T[];
}

/** A source of draws for a seed. */
export function drawFrom(seed: number): Draw {
  const next = seededChance(seed);
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    chance: (probability) => next() < probability,
    weighted: (weights) => {
      const entries = Object.entries(weights) as [keyof typeof weights, number][];
      let draw = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        if (draw < weight) return name;
        draw -= weight;
      }
      throw new Error("nothing to draw from");
    },
    shuffled: (items) => {
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = between(0, last);
        [shuffled[last], shuffled[other]] = [shuffled[other] as never, shuffled[last] as never];
      }
      return shuffled;
    },
  };
}
