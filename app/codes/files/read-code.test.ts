import fc from "fast-check";
import { expect, test } from "vitest";
import { readCode, trimCell } from "./read-code";

/** What stands around a code, one character at a time: the plain reading that `trimCell` must equal. */
const AROUND = /^[\s\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]$/u;

function trimOneByOne(cell: string): string {
  const characters = [...cell];
  const first = characters.findIndex((character) => !AROUND.test(character));
  if (first === -1) return "";
  return characters.slice(first, characters.findLastIndex((character) => !AROUND.test(character)) + 1).join("");
}

const around = fc.constantFrom(
  ..." \t\n\r\u000b\u00a0\u1680\u2003\u2028\u3000\u200b\u200f\u202a\u202e\u2060\u2064\ufeff",
);
const inside = fc.constantFrom(..."aÄ日\u0000\u200a\u2010\u2065😀".split(/(?:)/u));

test("a cell loses what stands around its text, and nothing else", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(around, inside) }), (cell) => {
      expect(trimCell(cell)).toBe(trimOneByOne(cell));
    }),
    { numRuns: 1000 },
  );
});

test("a million spaces inside a cell are read in time that grows with their number, not its square", () => {
  const cell = `a${" ".repeat(1_000_000)}a`;
  expect([trimCell(cell).length, readCode(`${cell}\u200b`).reason]).toEqual([cell.length, "too_long"]);
});
