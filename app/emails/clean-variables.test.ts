import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SAMPLE_VARIABLES } from "../../tests/support/thank-you";
import { cleanVariables, oneLine } from "./clean-variables";
import { firstNameOf } from "./first-name";

const nameAfterCleaning = (first_name: string | null) =>
  cleanVariables({ ...SAMPLE_VARIABLES, customer: { first_name } }).customer.first_name;

describe("values on their way into a mail", () => {
  it("become one line", () => {
    expect(oneLine(" a\r\nBcc: b\t\u0000c\u2028d\u202Ee ")).toBe("a Bcc: b c d e");
  });

  it("are cut where they are longer than anything honest, without halving a character", () => {
    expect(oneLine("x".repeat(300))).toBe(`${"x".repeat(254)}…`);
    expect(oneLine(`${"x".repeat(253)}🌿🌿`).isWellFormed()).toBe(true);
  });

  it("are read in time that grows with their length, not its square", () => {
    expect(nameAfterCleaning("a".repeat(1_000))).toHaveLength(60);
    expect(nameAfterCleaning("a\u0300\u0327".repeat(300_000))).toBeNull();
  });

  it.each([
    "Ada",
    "J.R.",
    "J.R.R.",
    "Dr. Anna",
    "Anne Marie",
    "Anne-Marie",
    "José-María",
    "O'Neil",
    "O’Brien",
    "李小龙",
    "李小龍",
    "Ни\u0301на",
    "ד״ר כהן",
    "عبد الله",
    "می\u200cنا",
    "Ms. A",
    "Ada 2",
    "🌿 Ada",
  ])("keep the first name %s", (name) => {
    expect(nameAfterCleaning(name)).toBe(name);
  });

  it.each([
    "WIN at evil.com",
    "http://x",
    "https://evil.example",
    "t.co/x",
    "evil.com",
    "EVIL.RU",
    "пример.рф",
    "उदाहरण.भारत",
    "例え。テスト",
    "evil\uff0ecom",
    "t\uff0eco\uff0fx",
    "evil\u2024com",
    "ev\u200bil.c\u200bom",
    "evil.c\u00adom",
    "evil.xn--p1ai",
    "www.x",
    "a@b",
    "a\uff20b",
    "mailto:x",
    "and/or",
    "+1-900-555-0199",
    "\u202eadA",
    "A\u2067da",
    "A\u0007da",
    "Ada\nBcc",
    "\u200b",
    "  ",
    "",
  ])("do not put %j into a mail as a first name", (name) => {
    expect(nameAfterCleaning(name)).toBeNull();
  });

  it("let no name through that mail programs would make a link of, and every name that is letters alone", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abzéñøüжиλאבעمنה李龍ंा"), minLength: 1, maxLength: 12 });
    const between = fc.constantFrom(" ", "-", "'", "’", "״", ". ", " ‑ ");
    fc.assert(
      fc.property(letters, between, letters, (first, mark, second) => {
        expect(nameAfterCleaning(`${first}${mark}${second}`)).toBe(oneLine(`${first}${mark}${second}`));
      }),
    );
    const noise = fc.string({ unit: "binary", maxLength: 8 });
    const dot = fc.constantFrom(".", "。", "\uff0e", "\uff61", "\u2024");
    const latin = fc.string({ unit: fc.constantFrom(..."abcxyz"), minLength: 2, maxLength: 6 });
    const link = fc.oneof(
      fc.tuple(latin, dot, latin).map((parts) => parts.join("")),
      fc.tuple(latin, fc.constantFrom("/", ":", "@"), latin).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(noise, link, noise, (before, inside, after) => {
        expect(nameAfterCleaning(`${before}${inside}${after}`)).toBeNull();
      }),
    );
  });

  it.each([
    ["Ada Lovelace", "Ada"],
    [" ada ", "ada"],
    ["李小龙", "李小龙"],
    ["", null],
    ["  ", null],
    [null, null],
  ])("take the first name out of %j", (full, first) => {
    expect(firstNameOf(full)).toBe(first);
  });
});
