import fc from "fast-check";
import { expect, it } from "vitest";
import { intl } from "../../../tests/support/shop-intl";
import { describeCoupon, describeLimits } from "./describe-coupon";

it("says the whole coupon in one sentence", () => {
  const typed = {
    trigger: "photo_review",
    description: " 15% off ",
    delayUnit: "days",
    delayAmount: "2",
    codeType: "dynamic",
    expiration: "date",
    expiresOn: "2026-12-31",
  };
  expect(describeCoupon(intl, typed, 5000)).toBe(
    "When a shopper writes a review with a photo, 2 days later they get one of your 5,000 codes, worth “15% off”, until 31 Dec 2026.",
  );
});

it("says of a single code that it is the only one", () => {
  expect(describeCoupon(intl, { trigger: "order", codeType: "dynamic" }, 1)).toBe(
    "When a shopper places an order, they get your one code.",
  );
});

it("grows with what is typed, and leaves out what is not there", () => {
  expect(describeCoupon(intl, {}, 0)).toBeNull();
  expect(describeCoupon(intl, { trigger: "order" }, 0)).toBe("When a shopper places an order, they get a coupon.");
  const hour = { trigger: "order", delayUnit: "hours", delayAmount: "1", codeType: "static", staticCode: "SAVE" };
  expect(describeCoupon(intl, hour, 0)).toBe("When a shopper places an order, 1 hour later they get the code SAVE.");
});

it("is a sentence whatever is typed", () => {
  const typed = fc.record({ description: fc.string(), delayAmount: fc.string(), expiresOn: fc.string() });
  fc.assert(
    fc.property(typed, (fields) => {
      const said = describeCoupon(intl, { trigger: "review", delayUnit: "days", expiration: "date", ...fields }, 0);
      expect(said).toMatch(/^When a shopper writes a review, .*they get a coupon.*\.$/s);
      expect(said).not.toMatch(/NaN|Invalid|undefined/);
    }),
  );
});

it("says how often, how many, and what happens when codes run out", () => {
  expect(describeLimits(intl, { limitPerShopper: "1", budget: "" }, 0)).toEqual(["Each shopper can get it once."]);
  const dynamic = { codeType: "dynamic", whenEmpty: "fallback", fallbackCode: "LATER", remind: "on", lowCodesAt: "50" };
  expect(describeLimits(intl, { ...dynamic, budget: "2000" }, 51)).toEqual([
    "It is given 2,000 times at most.",
    "When the codes run out, shoppers get LATER.",
    "You are reminded when 50 codes are left.",
  ]);
});

it("promises no reminder at a number that the codes there are have passed already", () => {
  const typed = { codeType: "dynamic", whenEmpty: "wait", remind: "on", lowCodesAt: "500" };
  const passed =
    "Only 100 codes are left now. You are reminded when none is left, and at 500 only once you have added more codes than that.";
  expect(describeLimits(intl, typed, 100)).toEqual(["When the codes run out, rewards wait.", passed]);
  expect(describeLimits(intl, typed, 500).at(-1)).toMatch(/^Only 500 codes are left now\./);
  for (const codesLeft of [0, 501]) {
    expect(describeLimits(intl, typed, codesLeft).at(-1)).toBe("You are reminded when 500 codes are left.");
  }
  expect(describeLimits(intl, { ...typed, remind: "" }, 100)).toEqual(["When the codes run out, rewards wait."]);
});
