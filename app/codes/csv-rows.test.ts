import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { readQuoted } from "./csv-rows";

/** The same record read by a parser of whole files; null where it takes it for several records. */
function readByPapa(text: string): ReturnType<typeof readQuoted> | null {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
  if (data.length > 1) return null;
  if (errors.some(({ code }) => code === "InvalidQuotes")) return "unclear";
  return errors.some(({ code }) => code === "MissingQuotes") ? "open" : (data[0] ?? [""]);
}

describe("a record with quotation marks", () => {
  test("is read as a parser of whole files reads it", () => {
    const record = fc.string({ unit: fc.constantFrom('"', '"', "a", ",", "\n"), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(record, (text) => {
        const expected = readByPapa(text);
        fc.pre(expected !== null);
        expect(readQuoted(text, ",")).toEqual(expected);
      }),
      { numRuns: 5000 },
    );
  });

  test("may have spaces between a closing mark and what follows", () => {
    expect(readQuoted('"a" ,"b"\t ', ",")).toEqual(["a", "b"]);
    expect(readQuoted('"a"\t"b"', "\t")).toEqual(["a", "b"]);
  });

  test("of a million marks and spaces is read in time that grows with their number, not its square", () => {
    expect(readQuoted(`"${'a"'.repeat(500_000)}${" ".repeat(1_000_000)},x`, ",")).toBe("unclear");
    expect(readQuoted(`"${'""'.repeat(500_000)}`, ",")).toBe("open");
    expect(readQuoted(`"a"${" ".repeat(1_000_000)}x`, ",")).toBe("unclear");
  });
});
