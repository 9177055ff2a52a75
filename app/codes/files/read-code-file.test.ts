import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { intl } from "../../../tests/support/shop-intl";
import { type FileChoice, NO_CHOICE } from "./file-choice";
import { readCodeFile } from "./read-code-file";

const RULES = { today: "2026-11-22", couponExpiresOn: null };

/** Reads a file given as pieces, and gives its lines as [line, code or reason], or the message it was refused with. */
async function readPieces(
  pieces: Uint8Array[],
  rules: Parameters<typeof readCodeFile>[1] = RULES,
  choice: Partial<FileChoice> = {},
) {
  async function* source() {
    yield* pieces;
  }
  const opened = await readCodeFile(source(), rules, 7, { ...NO_CHOICE, ...choice });
  if (opened.outcome === "refused") return { message: intl.say(opened.message) };
  const lines: [number, string][] = [];
  let blank = 0;
  for await (const batch of opened.file.batches) {
    expect(batch.lines.length + batch.blank).toBeLessThanOrEqual(7);
    lines.push(...batch.lines.map(({ line, code, reason }): [number, string] => [line, reason ?? code]));
    blank += batch.blank;
  }
  return { lines, blank, layout: opened.file.layout, encoding: opened.file.decoding.encoding() };
}

const readText = (text: string, rules?: typeof RULES) => readPieces([Buffer.from(text)], rules);
const codesOf = (read: Awaited<ReturnType<typeof readPieces>>) => read.lines?.map(([, code]) => code);

const ENCODERS = {
  "utf-8": (text: string) => Buffer.from(text),
  "utf-8 with mark": (text: string) => Buffer.from(`\ufeff${text}`),
  "utf-16le with mark": (text: string) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "utf-16be with mark": (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
} as const;

const code = fc.stringMatching(/^[A-Za-z0-9äß€日-]{1,20}$/).filter((text) => !/^(code|sep=.)$/i.test(text));
const padding = fc.constantFrom("", " ", "\u00a0", "\u200b", "\ufeff ");
const styles = fc.record({
  encoding: fc.constantFrom(...(Object.keys(ENCODERS) as (keyof typeof ENCODERS)[])),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  delimiter: fc.constantFrom(",", ";", "\t"),
  header: fc.constantFrom("Coupon", "Coupon Code", "code", "Discount code", "DISCOUNT_CODE"),
  declared: fc.boolean(),
  lastLineEnd: fc.boolean(),
});
const rowsOf = fc.array(
  fc.record({
    code,
    padding,
    quoted: fc.boolean(),
    note: fc.constantFrom("", "plain", 'with "quotes"', "a;b,c\td", "two\nlines"),
  }),
  { minLength: 1, maxLength: 30 },
);

describe("reading a file of codes", () => {
  test("gives the same codes in every encoding, with every separator and line end, wherever the bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(styles, rowsOf, fc.array(fc.nat(2000), { maxLength: 6 }), async (style, rows, cuts) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""').replaceAll("\n", style.lineEnd)}"`;
        const cell = (row: (typeof rows)[number]) => {
          const text = row.padding + row.code + row.padding;
          return row.quoted ? quote(text) : text;
        };
        const lines = rows.map((row) => [quote(row.note), cell(row), "x"].join(style.delimiter));
        const header = ["Note", style.header, "Extra"].join(style.delimiter);
        // So long that the beginning, which is read in one go, ends before the rows that are cut.
        const filler = ["x".repeat(5000), "FILLER", "x"].join(style.delimiter);
        const all = [...(style.declared ? [`sep=${style.delimiter}`] : []), header, filler, ...lines];
        const text = all.join(style.lineEnd) + (style.lastLineEnd ? style.lineEnd : "");
        const read = await readPieces(cut(ENCODERS[style.encoding](text), cuts));
        expect(codesOf(read)).toEqual(["FILLER", ...rows.map((row) => row.code)]);
      }),
      { numRuns: 300 },
    );
  });

  test("gives the same codes without a header, one on each line", async () => {
    await fc.assert(
      fc.asyncProperty(
        styles,
        fc.array(code, { minLength: 1, maxLength: 30 }),
        fc.array(fc.nat(500)),
        async (style, codes, cuts) => {
          const bytes = ENCODERS[style.encoding](codes.join(style.lineEnd) + (style.lastLineEnd ? style.lineEnd : ""));
          expect(codesOf(await readPieces(cut(bytes, cuts)))).toEqual(codes);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("reads Windows-1252 where the bytes are no UTF-8, wherever they are cut", async () => {
    const bytes = Buffer.concat([
      Buffer.from("Coupon\nPLAIN\nCAF"),
      Buffer.from([0xc9, 0x0a, 0x80]),
      Buffer.from("10\n"),
    ]);
    for (let at = 0; at <= bytes.length; at += 1) {
      const read = await readPieces([bytes.subarray(0, at), bytes.subarray(at)]);
      expect([codesOf(read), read.encoding]).toEqual([["PLAIN", "CAFÉ", "€10"], "windows-1252"]);
    }
  });

  test("never throws, and accounts for every line, whatever the bytes are", async () => {
    const noise = fc.stringMatching(/^[a"',;\t\n\r =é]{0,200}$/);
    await fc.assert(
      fc.asyncProperty(noise, fc.array(fc.nat(200)), async (text, cuts) => {
        const read = await readPieces(cut(Buffer.from(`code,x\nFIRST,1\n${text}`), cuts));
        const whole = await readText(`code,x\nFIRST,1\n${text}`);
        expect(read).toEqual(whole);
        expect(codesOf(read)?.[0]).toBe("FIRST");
        const numbers = read.lines?.map(([line]) => line) ?? [];
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });
});

describe("what a line is worth", () => {
  test("a forgotten closing quote costs one line, not the rest of the file", async () => {
    const many = Array.from({ length: 60 }, (_, index) => `C${index}`);
    const read = await readText(`code,note\nA,"open\n${many.join(",x\n")},x\n`);
    expect(read.lines?.[0]).toEqual([2, "unclear_quotes"]);
    expect(codesOf(read)?.slice(1)).toEqual(many);
    expect(read.lines?.at(-1)?.[0]).toBe(62);
  });

  test("a quoted field over several lines keeps the line numbers after it right", async () => {
    expect((await readText('code,note\nA,"one\ntwo\n\nfour"\nB,\n')).lines).toEqual([
      [2, "A"],
      [6, "B"],
    ]);
  });

  test("empty, too long, control and unreadable characters are told apart; blank lines are no fault", async () => {
    const text = `code,x\n,1\n${"L".repeat(255)},1\n${"L".repeat(256)},1\nA\u0000B,1\n"A\nB",1\nA\ufffd,1\n\n , \n${"😀".repeat(127)},1\n${"😀".repeat(128)},1\n`;
    const read = await readText(text);
    expect(codesOf(read)).toEqual([
      "empty",
      "L".repeat(255),
      "too_long",
      "control_characters",
      "control_characters",
      "unreadable_characters",
      "😀".repeat(127),
      "too_long",
    ]);
    expect(read.blank).toBe(2);
  });

  test.each(["TEN  OFF", "A\u00a0B", "A\u3000B", "AB\u200eCD", "X\ufeffY"])(
    "%j is no code: nobody can type it as it is",
    async (code) => {
      expect(codesOf(await readText(`${code}\nGOOD\n`))).toEqual(["control_characters", "GOOD"]);
    },
  );

  test("leading zeros, formulas, inner spaces, emoji and right-to-left text stay as they are", async () => {
    const codes = ["00042", "=1+1", "SAVE 10", "🎁GIFT", "שלום10"];
    expect(codesOf(await readText(codes.join("\n")))).toEqual(codes);
  });

  test("a cell of 10 MB and a million columns are rejected or read in passing", async () => {
    const read = await readText(`code,x\nA,${"y".repeat(10_000_000)}\nB,1\n${"z,".repeat(1_000_000)}\nC,1\n`);
    expect(read.lines).toEqual([
      [2, "line_too_long"],
      [3, "B"],
      [4, "line_too_long"],
      [5, "C"],
    ]);
  });

  test("short and long rows of a file with columns still give their code", async () => {
    expect(codesOf(await readText("x,code,y\n1,A\n1,B,2,3,4\n1\n"))).toEqual(["A", "B", "empty"]);
  });

  test("a second value in a file of one column is rejected, a trailing separator is not", async () => {
    expect(codesOf(await readText("A\nB,\nC,D\nE\n"))).toEqual(["A", "B", "several_columns", "E"]);
  });

  test("Judge.me: codes that have ended or end before the coupon are rejected, day before month", async () => {
    const text =
      "code,expired_at,limit_send\nA,04/05/2027,1\nB,,3\nC,21/11/2026,1\nD,22/11/2026,1\nE,31/02/2027,1\nF,12/31/2027,1\n";
    expect(codesOf(await readText(text))).toEqual(["A", "B", "ended", "D", "unclear_end_date", "unclear_end_date"]);
    const read = await readPieces([Buffer.from(text)], { today: "2026-11-22", couponExpiresOn: "2027-05-04" });
    expect(codesOf(read)?.slice(0, 4)).toEqual(["A", "B", "ended", "ends_before_coupon"]);
  });
});

describe("what the merchant chose", () => {
  const reading = async (text: string, choice: Partial<FileChoice>) =>
    codesOf(await readPieces([Buffer.from(text)], RULES, choice));

  test("the column and the heading go before what the file seems to be", async () => {
    expect(await reading("A1;10%\nA2;10%\n", { codeColumn: 0, hasHeading: false })).toEqual(["A1", "A2"]);
    expect(await reading("code,reference\nA,R1\nB,R2\n", { codeColumn: 1 })).toEqual(["R1", "R2"]);
    expect(await reading("Gutschein\nA\nB,C\n", { codeColumn: 0, hasHeading: true })).toEqual(["A", "several_columns"]);
    expect(await reading("code\nA\n", { hasHeading: false })).toEqual(["code", "A"]);
  });

  test("of a discounts export only the chosen discounts come in, the others are listed with why", async () => {
    const file = [
      "Name,Value,Value Type,Type,Times Used In Total,Usage Limit Per Code,Status,Start,End",
      "A,-15.0,percentage,Amount off order,0,1,Active,2026-05-09 00:05:20 +0300,",
      "B,-5.0,fixed_amount,Amount off order,0,1,Active,2026-05-09 00:05:20 +0300,",
      "C,-15.0,percentage,Amount off order,1,1,Active,2026-05-09 00:05:20 +0300,",
      "D,-15.0,percentage,Amount off order,0,1,Active,2026-05-09 00:05:20 +0300,2026-11-21 00:00:00 +0300",
      "E,-15.0,percentage,Automatic discount,0,,Active,2026-05-09 00:05:20 +0300,",
      "F,-15.0,percentage,Amount off order,0,1,Active,2026-05-09 00:05:20 +0300,2026-11-22 00:00:00 +0300",
    ].join("\n");
    expect(await reading(file, { discounts: ["15|percentage|amount off order|active|"] })).toEqual([
      ...["A", "discount_not_chosen", "discount_used_up", "discount_ended", "discount_without_code", "F"],
    ]);
  });
});

describe("a file that is refused", () => {
  test.each<[string, Uint8Array, RegExp]>([
    ["empty", Buffer.from(""), /is empty/],
    ["blank", Buffer.from("\n \r\n\n"), /is empty/],
    ["a mark and nothing else", Buffer.from("\ufeff"), /is empty/],
    ["only sep=", Buffer.from("sep=;\n"), /is empty/],
    ["header only", Buffer.from("Coupon Code\n"), /header but no codes/],
    ["header only, with columns", Buffer.from("code,expired_at\n\n"), /header but no codes/],
    ["a ZIP or Excel workbook", Buffer.from("504b030414000600", "hex"), /Excel workbook/],
    ["a PNG", Buffer.from("89504e470d0a1a0a0000000d", "hex"), /PNG image/],
    ["random bytes", Buffer.from(Array.from({ length: 600 }, (_, index) => (index * 7) % 32)), /binary file/],
    ["a JSON file", Buffer.from('[{"code": "A"}]'), /JSON file/],
    ["a web page", Buffer.from("<!DOCTYPE html>\n<p>Sign in</p>"), /web page/],
    ["columns without a name for the codes", Buffer.from("A1;10%\nA2;10%\n"), /2 columns.*“A1”, “10%”/],
    ["a Shopify export", Buffer.from("Name,Value,Value Type,Status\nA,-10,percentage,Active\n"), /discounts export/],
  ])("%s", async (_name, bytes, message) => {
    expect((await readPieces([bytes])).message).toMatch(message);
  });
});

/** The bytes in pieces, cut so many bytes before their end. */
function cut(bytes: Buffer, places: number[]): Uint8Array[] {
  const ends = [...places.map((place) => Math.max(0, bytes.length - place)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}
