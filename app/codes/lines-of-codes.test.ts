import { expect, test } from "vitest";
import { linesOfCodes } from "./lines-of-codes";

test("knows the line of every code, whatever lines gave none", () => {
  const all = [2, 3, 4, 7, 9, 10, 500, 501];
  const lines = linesOfCodes();
  lines.add(all.slice(0, 3).map((line) => ({ line })));
  lines.add([]);
  lines.add(all.slice(3).map((line) => ({ line })));
  expect(all.map((_line, index) => lines.lineOf(index + 1))).toEqual(all);
});
