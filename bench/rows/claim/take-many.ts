import type { ClaimPool } from "./seed-claims";
import type { Taker } from "./takers";

/** How a taker takes: as many at once as a transaction of it does, from so many pools. */
export interface Batch {
  taker: Taker;
  pools: number;
  each: number;
}

/** How many take at the same time. */
export const CLIENTS = 32;

/**
 * Lets `CLIENTS` take from these pools in turn until so many codes are taken, and returns codes a second. Throws when a code
 * was given twice or none is left.
 */
export async function takeMany(pools: ClaimPool[], { taker, pools: at, each }: Batch, codes: number): Promise<number> {
  const seen = new Set<string>();
  let asked = 0;
  let taken = 0;
  const client = async () => {
    while (asked < codes) {
      const begin = asked;
      asked += at * each;
      const some = Array.from({ length: at }, (_, index) => pools[(begin / each + index) % pools.length] as ClaimPool);
      const got = await taker(some, each);
      if (got.length < at * each) throw new Error(`${got.length} codes instead of ${at * each}`);
      taken += got.length;
      for (const code of got) seen.add(code);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const seconds = (performance.now() - began) / 1000;
  if (seen.size !== taken) throw new Error(`${taken - seen.size} codes were given twice`);
  return taken / seconds;
}
