import { subDays, subHours } from "date-fns";
import { describe, expect, it } from "vitest";
import { NOON } from "../../tests/support/clock";
import { daysOfSupply } from "./supply";

describe("days of supply", () => {
  it("are the codes left at the pace of the last 14 days", () => {
    expect(daysOfSupply({ left: 100, givenLately: 28, activeSince: subDays(NOON, 60) }, NOON)).toBe(50);
    expect(daysOfSupply({ left: 0, givenLately: 28, activeSince: subDays(NOON, 60) }, NOON)).toBe(0);
  });

  it("go by the days the coupon has been given where these are fewer, and by one day at least", () => {
    expect(daysOfSupply({ left: 100, givenLately: 20, activeSince: subDays(NOON, 2) }, NOON)).toBe(10);
    expect(daysOfSupply({ left: 100, givenLately: 20, activeSince: subHours(NOON, 1) }, NOON)).toBe(5);
  });

  it("are not known while none was given", () => {
    expect(daysOfSupply({ left: 100, givenLately: 0, activeSince: NOON }, NOON)).toBeNull();
  });
});
