import { describe, expect, it } from "vitest";
import { cleanVariables, oneLine } from "./clean-variables";
import { firstNameOf } from "./first-name";
import { SAMPLE_VARIABLES } from "./thank-you-variables";

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
    expect(nameAfterCleaning("a".repeat(1_000_000))).toHaveLength(60);
  });

  it.each(["Ada", "J.R.", "Anne-Marie", "O'Neil", "李小龙", "Ms. A"])("keep the first name %s", (name) => {
    expect(nameAfterCleaning(name)).toBe(name);
  });

  it.each(["WIN at evil.com", "http://x", "www.x", "a@b", "  ", ""])(
    "do not put %j into a mail as a first name",
    (name) => {
      expect(nameAfterCleaning(name)).toBeNull();
    },
  );

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
