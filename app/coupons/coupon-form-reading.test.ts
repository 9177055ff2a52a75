import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayFields } from "~/messages/say-fields";
import { intl } from "../../tests/support/shop-intl";
import { describeDelay, engagementFields, type FormFields } from "./coupon-form";
import { readEngagementStep } from "./coupon-form-reading";

const typed = {
  trigger: "order",
  description: "10% off your next order",
  delayUnit: "immediately",
  delayAmount: "",
  limitPerShopper: "1",
  budget: "",
};

describe("step 1", () => {
  it("says for each field what is missing, and nothing about the others", () => {
    expect(refusals({ ...engagementFields(null) })).toEqual({
      trigger: "Choose what a shopper has to do.",
      description: "Describe what the shopper gets, for example “10% off your next order”.",
    });
  });

  it("reads delays in hours and days, and shows them again as typed", () => {
    const unit = fc.constantFrom("hours", "days");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 365 }), unit, (amount, delayUnit) => {
        const read = readEngagementStep({ ...typed, delayUnit, delayAmount: String(amount) });
        if (read.outcome === "invalid") throw new Error(JSON.stringify(read.errors));
        expect(read.values.delaySeconds).toBe(amount * (delayUnit === "hours" ? 3600 : 86_400));
        const isWholeDays = delayUnit === "days" || amount % 24 === 0;
        expect(intl.say(describeDelay(read.values.delaySeconds))).toMatch(isWholeDays ? /days? later/ : /hours? later/);
      }),
    );
  });

  it.each(["", "0", "-1", "1.5", "1e3", "abc", "9999999"])(
    "refuses %j as a delay, next to its field",
    (delayAmount) => {
      const message = "Enter a whole number of days from 1 to 365.";
      expect(refusals({ ...typed, delayUnit: "days", delayAmount })).toEqual({ delayAmount: message });
    },
  );

  it("takes an empty budget for none", () => {
    expect(readEngagementStep(typed)).toMatchObject({ outcome: "valid", values: { budget: null } });
    expect(readEngagementStep({ ...typed, budget: "500" })).toMatchObject({ values: { budget: 500 } });
  });

  it.each(["-3", "2.5", "0", "many"])("says what a number of coupons can be to %j", (budget) => {
    const message = "Enter a whole number from 1 to 100,000,000, or leave this empty.";
    expect(refusals({ ...typed, budget })).toEqual({ budget: message });
  });

  it("takes 255 characters of description and no more", () => {
    expect(readEngagementStep({ ...typed, description: "x".repeat(255) }).outcome).toBe("valid");
    const message = "Use at most 255 characters.";
    expect(refusals({ ...typed, description: "x".repeat(256) })).toEqual({ description: message });
  });

  it("does not offer profile views yet", () => {
    expect(readEngagementStep({ ...typed, trigger: "profile_view" }).outcome).toBe("invalid");
  });

  it("rewards a second time only where a smaller reward can come before", () => {
    const asked = { ...typed, alsoAfterSmaller: "on" };
    expect(readEngagementStep(asked)).toMatchObject({ values: { alsoAfterSmaller: false } });
    expect(readEngagementStep({ ...asked, trigger: "shared_review" })).toMatchObject({
      values: { alsoAfterSmaller: true },
    });
  });
});

function refusals(fields: FormFields): Record<string, string> {
  const read = readEngagementStep(fields);
  return read.outcome === "invalid" ? sayFields(intl, read.errors) : {};
}
