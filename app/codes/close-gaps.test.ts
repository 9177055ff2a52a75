import fc from "fast-check";
import { expect, test } from "vitest";
import { closeGaps } from "./close-gaps";

test("leaves the positions from 1 on without gaps, moves no code twice and no more than there are gaps", () => {
  const pool = fc.array(fc.boolean(), { maxLength: 30 });
  fc.assert(
    fc.property(pool, (isGap) => {
      const gaps = isGap.flatMap((gap, index) => (gap ? [index + 1] : []));
      const moves = closeGaps(isGap.length, gaps);
      const filled = new Set(isGap.flatMap((gap, index) => (gap ? [] : [index + 1])));
      for (const { from, to } of moves) {
        expect(filled.delete(from)).toBe(true);
        expect(filled.has(to)).toBe(false);
        filled.add(to);
      }
      expect([...filled].sort((a, b) => a - b)).toEqual(Array.from({ length: filled.size }, (_, index) => index + 1));
      expect(moves.length).toBeLessThanOrEqual(gaps.length);
    }),
  );
});
