import fc from "fast-check";
import { expect, it } from "vitest";
import { csvLine } from "./csv-line";

it("writes every cell in quotes, with quotes in it doubled", () => {
  expect(csvLine(['He said "yes"', "a,b", "two\nlines", null, 12.5])).toBe(
    '"He said ""yes""","a,b","two\nlines","","12.5"\r\n',
  );
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200b=1", "＝1", "\ufeff=1"])(
  "makes text of %j, which a spreadsheet would calculate",
  (cell) => {
    expect(csvLine([cell])).toBe(`"'${cell}"\r\n`);
  },
);

it("never begins a cell with what begins a formula, and keeps all that was in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const cell = csvLine([text]).slice(1, -3).replaceAll('""', '"');
      expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
      expect([text, `'${text}`]).toContain(cell);
    }),
  );
});
