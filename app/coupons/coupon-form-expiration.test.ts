import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intl } from "../../tests/support/shop-intl";
import { couponEnd } from "./coupon-end";
import type { ReadStep } from "./coupon-form";
import { type ExpirationStep, readExpirationStep } from "./coupon-form-expiration";

const HOUR_MS = 3_600_000;
const zones = fc.constantFrom("UTC", "Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York");
const moments = fc.date({
  min: new Date("2024-01-01T00:00:00Z"),
  max: new Date("2030-12-31T00:00:00Z"),
  noInvalidDate: true,
});
const days = fc.integer({ min: -3, max: 3 });

const on = (day: string) => ({ expiration: "date", expiresOn: day });

describe("step 3", () => {
  it("takes a day exactly while it is not over in the shop's time zone", () => {
    fc.assert(
      fc.property(zones, moments, days, (timeZone, now, offset) => {
        const day = new Date(now.getTime() + offset * 24 * HOUR_MS).toISOString().slice(0, 10);
        const read = readExpirationStep(on(day), { timeZone, delaySeconds: 0 }, now);
        const isOver = couponEnd(new Date(`${day}T00:00:00Z`), timeZone) <= now;
        expect(read.outcome).toBe(isOver ? "invalid" : "valid");
      }),
    );
  });

  it.each([
    ["2036-11-22", null],
    ["2036-11-23", "This date is more than 10 years away. Choose an earlier day, or let the coupon have no end."],
    ["9999-12-31", "This date is more than 10 years away. Choose an earlier day, or let the coupon have no end."],
  ])("takes days up to ten years ahead: %s", (day, refusal) => {
    const now = new Date("2026-11-22T12:00:00Z");
    expect(refusalOf(readExpirationStep(on(day), { timeZone: "UTC", delaySeconds: 0 }, now))).toBe(refusal);
  });

  it("refuses a delay that outlives the date", () => {
    const now = new Date("2026-11-22T12:00:00Z");
    const rules = { timeZone: "UTC", delaySeconds: 36 * 3600 };
    expect(refusalOf(readExpirationStep(on("2026-11-23"), rules, now))).toBe(
      "The coupon is sent 36 hours later, which is after this date. Choose a later day or a shorter delay.",
    );
    expect(readExpirationStep(on("2026-11-24"), rules, now).outcome).toBe("valid");
  });

  it.each(["", "2026-02-30", "tomorrow", "01/02/2030"])("refuses %j as a date", (day) => {
    const read = readExpirationStep(on(day), { timeZone: "UTC", delaySeconds: 0 }, new Date("2026-01-01"));
    expect(refusalOf(read)).toBe("Enter a date.");
  });

  it("takes no expiration, whatever date was typed before", () => {
    const read = readExpirationStep(
      { expiration: "none", expiresOn: "2001-01-01" },
      { timeZone: "UTC", delaySeconds: 0 },
      new Date(0),
    );
    expect(read).toEqual({ outcome: "valid", values: { expiresOn: null } });
  });
});

function refusalOf(read: ReadStep<ExpirationStep>): string | null {
  const refusal = read.outcome === "invalid" && read.errors.expiresOn;
  return refusal ? intl.say(refusal) : null;
}
