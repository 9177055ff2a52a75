import fc from "fast-check";
import { expect, test } from "vitest";
import { createLineSplitting, LONGEST_LINE } from "./split-lines";

function split(pieces: string[]): string[] {
  const splitting = createLineSplitting();
  return [...pieces.flatMap((piece) => splitting.push(piece)), ...splitting.end()];
}

test("lines are the same wherever the text is cut, at LF, CRLF and CR alike", () => {
  const pieces = fc.array(fc.stringMatching(/^[ab\r\n]{0,6}$/));
  fc.assert(
    fc.property(pieces, (texts) => {
      const lines = texts.join("").replaceAll("\r\n", "\n").replaceAll("\r", "\n").split("\n");
      // A line end closes the last line; it does not open another.
      if (lines.at(-1) === "") lines.pop();
      expect(split(texts)).toEqual(lines);
    }),
    { numRuns: 1000 },
  );
});

test("a line without end keeps no more than its beginning", () => {
  const [line, next] = split([...Array.from({ length: 50 }, () => "x".repeat(10_000)), "\nnext"]);
  expect([line?.length, next]).toEqual([LONGEST_LINE + 1, "next"]);
});
