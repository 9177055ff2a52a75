import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coupon } from "../../tests/support/decisions";
import { codeFields, hasInnerSpace, looksLikeSeveral } from "./coupon-form-code";
import { readCodeStep } from "./coupon-form-code-reading";

const dynamic = { codeType: "dynamic", whenEmpty: "wait", remind: "", staticCode: "" };

describe("a static code", () => {
  it.each(["", "  ", "\u200b"])("is needed: %j is none", (staticCode) => {
    expect(errorsOf({ codeType: "static", staticCode })).toEqual(["staticCode"]);
  });

  it("is taken without what a copied code has around it", () => {
    const around = fc.stringMatching(/^[ \t\u00a0\u200b\ufeff]{0,4}$/);
    fc.assert(
      fc.property(around, around, (before, after) => {
        const staticCode = `${before}THANKS 10${after}`;
        expect(readCodeStep({ codeType: "static", staticCode })).toMatchObject({ values: { staticCode: "THANKS 10" } });
      }),
    );
  });

  it.each(["A\u200bB", "A\u00a0B", "A\nB", "A\tB", "A\u2003B"])("cannot be %j: nobody can type that", (staticCode) => {
    expect(errorsOf({ codeType: "static", staticCode })).toEqual(["staticCode"]);
  });

  it("is noticed when it has a space inside, not around", () => {
    expect([" THANKS10 ", "THANKS 10"].map(hasInnerSpace)).toEqual([false, true]);
  });

  it("is noticed when it reads like several codes", () => {
    expect(["A, B", "A;B", "A,B,", " A,"].map(looksLikeSeveral)).toEqual([true, true, true, true]);
    expect(["THANKS10", "THANKS 10", "THANKS-10.A"].map(looksLikeSeveral)).toEqual([false, false, false]);
  });

  it("has no fallback and no reminder", () => {
    const typed = { staticCode: "A", whenEmpty: "fallback", fallbackCode: "B", remind: "on", lowCodesAt: "5" };
    expect(readCodeStep({ codeType: "static", ...typed })).toMatchObject({
      values: { whenEmpty: "wait", fallbackCode: null, lowCodesAt: null, remindedEmails: [] },
    });
  });
});

describe("codes of a file", () => {
  it("keep a static code that was typed before, if it is one", () => {
    expect(readCodeStep({ ...dynamic, staticCode: "THANKS10" })).toMatchObject({ values: { staticCode: "THANKS10" } });
    expect(readCodeStep({ ...dynamic, staticCode: "A\tB" })).toMatchObject({ values: { staticCode: null } });
  });

  it("need a fallback code only where one is to be sent", () => {
    expect(errorsOf({ ...dynamic, whenEmpty: "fallback" })).toEqual(["fallbackCode"]);
    const fallback = { ...dynamic, whenEmpty: "fallback", fallbackCode: " LATER " };
    expect(readCodeStep(fallback)).toMatchObject({ values: { whenEmpty: "fallback", fallbackCode: "LATER" } });
    expect(readCodeStep({ ...dynamic, fallbackCode: "LATER" })).toMatchObject({ values: { fallbackCode: null } });
  });

  it.each(["", "0", "-1", "1.5", "many"])("cannot run low at %j", (lowCodesAt) => {
    expect(errorsOf({ ...dynamic, remind: "on", lowCodesAt })).toEqual(["lowCodesAt"]);
  });

  it("remind the addresses that were typed, however they are separated", () => {
    const remind = { ...dynamic, remind: "on", lowCodesAt: "20" };
    expect(readCodeStep({ ...remind, remindedEmails: "ada@example.com; bob@example.com\n" })).toMatchObject({
      values: { lowCodesAt: 20, remindedEmails: ["ada@example.com", "bob@example.com"] },
    });
    expect(readCodeStep({ ...remind, remindedEmails: "" })).toMatchObject({ values: { remindedEmails: [] } });
    expect(errorsOf({ ...remind, remindedEmails: "ada@example.com, bob" })).toEqual(["remindedEmails"]);
  });

  it("are shown again as they were saved, and remind unless the merchant says otherwise", () => {
    expect(codeFields(coupon("review")).remind).toBe("on");
    expect(codeFields(coupon("review", { codeType: "dynamic" })).remind).toBe("");
    const saved = { codeType: "dynamic", staticCode: null, lowCodesAt: 7, remindedEmails: ["a@b.example"] } as const;
    const again = readCodeStep(codeFields(coupon("review", { ...saved, remindedEmails: ["a@b.example"] })));
    expect(again).toMatchObject({ outcome: "valid", values: saved });
  });
});

function errorsOf(typed: Record<string, string>): string[] {
  const read = readCodeStep(typed);
  return read.outcome === "invalid" ? Object.keys(read.errors) : [];
}
