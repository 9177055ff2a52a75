import fc from "fast-check";
import { expect, it } from "vitest";
import { intl } from "../../tests/support/shop-intl";
import { settingsFields } from "./settings-form";
import { readSettings } from "./settings-form-reading";

it("reads back what it shows, for every setting a shop can have", () => {
  const shop = fc.record({
    holdSeconds: fc.integer({ min: 0, max: 604_800 }),
    verifiedBuyersOnly: fc.boolean(),
    waitForPublication: fc.boolean(),
    orderAudience: fc.constantFrom("everyone" as const, "accepts_marketing" as const),
  });
  fc.assert(
    fc.property(shop, (settings) => {
      expect(readSettings(settingsFields(settings))).toEqual({ outcome: "valid", values: settings });
    }),
  );
});

it.each([
  ["8", "days"],
  ["-1", "hours"],
  ["1.5", "hours"],
  ["", "minutes"],
])("refuses a hold window of %j %s, next to its field", (holdAmount, holdUnit) => {
  const read = readSettings({ holdAmount, holdUnit, orderAudience: "everyone" });
  const refusal = read.outcome === "invalid" && read.errors.holdAmount;
  expect(refusal && intl.say(refusal)).toBe("Enter a whole number that makes 0 to 7 days.");
});
