import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { email, flag, id, rating, record, text } from "./lenient-fields";

describe("id", () => {
  it.each([
    [123, "123"],
    ["123", "123"],
    ["shopify-123", "123"],
    ["gid://shopify/Product/820982911946154508", "820982911946154508"],
    ["gid://shopify/Order/1?checkout=true", "1"],
    ["fRev_abc", "fRev_abc"],
    [0, null],
    ["0", null],
    ["", null],
    [null, null],
    [{}, null],
    [true, null],
  ])("reads %o as %o", (given, expected) => {
    expect(id.parse(given)).toBe(expected);
  });
});

describe("email", () => {
  it("is trimmed and otherwise kept as given", () => {
    expect(email.parse("  Jane.Doe+shop@Example.com ")).toBe("Jane.Doe+shop@Example.com");
    expect(email.parse("jörg@exämple.de")).toBe("jörg@exämple.de");
  });

  it.each([
    "",
    "jane",
    "@example.com",
    "jane@",
    "a@b@c",
    "a b@c.de",
    "a@b.c\r\nBcc: x@y.z",
    "a@b.c,d@e.f",
    "<a@b.c>",
    `${"a".repeat(251)}@b.c`,
  ])("refuses %o", (given) => {
    expect(email.parse(given)).toBeNull();
  });

  const telling = fc.constantFrom("a", "é", "@", ".", " ", "\r", "\n", "\0", ",", ";", "<", ">", "\ud800");
  it("never lets through what would start another header or address", () => {
    const anyAddress = fc
      .tuple(fc.string({ unit: telling }), fc.string({ unit: telling }))
      .map((parts) => parts.join("@"));
    fc.assert(
      fc.property(fc.oneof(anyAddress, fc.emailAddress()), (given) => {
        expect(email.parse(given) ?? "").not.toMatch(/[\s,;<>\0\p{Surrogate}]/u);
      }),
    );
  });
});

describe("text", () => {
  it("drops what the database cannot store", () => {
    expect(text.parse("a\u0000b\ud800")).toBe("ab\ufffd");
    expect(text.parse(" \u0000 ")).toBeNull();
  });

  it("never cuts a character in half", () => {
    expect(text.parse(`${"a".repeat(254)}😀`)).toBe(`${"a".repeat(254)}\ufffd`);
  });
});

describe("rating and flag", () => {
  it("take numbers and words alike", () => {
    expect([5, "5", 4.5, 0.9, 5.1, "x", Number.NaN].map((v) => rating.parse(v))).toEqual([
      5,
      5,
      5,
      null,
      null,
      null,
      null,
    ]);
    expect([true, "true", 1, false, "FALSE", 0, "maybe", null, {}].map((v) => flag.parse(v))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      null,
      null,
      null,
    ]);
  });
});

describe("record", () => {
  it("reads own fields only, so a body cannot reach a prototype", () => {
    const parsed = record({ name: text }).parse(
      JSON.parse('{"__proto__": {"name": "forged"}, "constructor": {"prototype": {"name": "forged"}}}'),
    );
    expect(parsed).toEqual({ name: null });
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
    expect("name" in {}).toBe(false);
  });
});
