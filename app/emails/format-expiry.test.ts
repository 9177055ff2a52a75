import { describe, expect, it } from "vitest";
import { formatExpiry } from "./format-expiry";

const day = new Date("2026-12-31T00:00:00Z");

describe("a coupon's last day, for shoppers", () => {
  it.each([
    ["en-US", "December 31, 2026"],
    ["en-GB", "31 December 2026"],
    ["de", "31. Dezember 2026"],
    ["fr-CA", "31 décembre 2026"],
    ["ja", "2026年12月31日"],
  ])("is written as %s does it", (locale, written) => {
    expect(formatExpiry(day, "Europe/Berlin", locale)).toBe(written);
  });

  it.each(["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Los_Angeles", "Asia/Kathmandu", "UTC"])(
    "is the merchant's day in %s, not the day before or after",
    (timeZone) => {
      expect(formatExpiry(day, timeZone, "en-US")).toBe("December 31, 2026");
    },
  );

  it("is nothing for a coupon without an end", () => {
    expect(formatExpiry(null, "UTC", "en")).toBeNull();
  });

  it("is still written when the shop's time zone or language is unknown here", () => {
    expect(formatExpiry(day, "Mars/Olympus", "xx_nonsense")).toBe("December 31, 2026");
  });
});
