import { expect, test } from "vitest";
import { createRowReading, LONGEST_QUOTED, readQuoted } from "./csv-rows";

function rowsOf(...lines: string[]) {
  const reading = createRowReading(",", 1);
  return [...reading.push(lines), ...reading.end()];
}

test("a quotation mark may have spaces between it and what follows", () => {
  expect(readQuoted('"a" ,"b"', ",")).toEqual(["a", "b"]);
});

test("a quoted field goes on over line ends; a mark that is never closed costs its own line only", () => {
  expect(rowsOf('"a', 'b",c', "d")).toMatchObject([
    { line: 1, fields: ["a\nb", "c"] },
    { line: 3, fields: ["d"] },
  ]);
  expect(rowsOf('"a', "b", "c")).toMatchObject([
    { line: 1, problem: "unclear_quotes" },
    { line: 2, fields: ["b"] },
    { line: 3, fields: ["c"] },
  ]);
});

test("a line of quotation marks too long to be a row of codes is refused unread, and the next one is read", () => {
  const storm = `"${'a"'.repeat(LONGEST_QUOTED)}`;
  expect(rowsOf(storm, "GOOD")).toMatchObject([
    { line: 1, problem: "line_too_long" },
    { line: 2, fields: ["GOOD"] },
  ]);
});
