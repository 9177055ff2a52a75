import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTime } from "./parse-time";

describe("parseTime", () => {
  it.each([
    ["2026-05-01T10:00:00Z", "2026-05-01T10:00:00.000Z"],
    ["2023-10-05T13:35:01+00:00", "2023-10-05T13:35:01.000Z"],
    ["2021-12-31T19:00:00-05:00", "2022-01-01T00:00:00.000Z"],
    ["2023-03-29T18:00:27.877041743Z", "2023-03-29T18:00:27.877Z"],
    ["2018-02-20 14:12:13 UTC", "2018-02-20T14:12:13.000Z"],
    ["2018-02-20 14:12:13 +0300", "2018-02-20T11:12:13.000Z"],
    ["2026-05-01T10:00:00", "2026-05-01T10:00:00.000Z"],
    ["2026-05-01", "2026-05-01T00:00:00.000Z"],
    ["1901-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"],
    ["9999-12-31T23:59:59Z", "2200-01-01T00:00:00.000Z"],
  ])("reads %s", (given, expected) => {
    expect(parseTime(given)?.toISOString()).toBe(expected);
  });

  it.each([null, undefined, "", "soon", "7 March 2026", "0000-00-00 00:00:00", "2026-13-01", 1767225600, {}])(
    "reads %o as no time",
    (given) => {
      expect(parseTime(given)).toBeNull();
    },
  );

  it("reads back every moment it can keep", () => {
    const kept = fc.date({ min: new Date(0), max: new Date("2199-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(kept, (date) => {
        expect(parseTime(date.toISOString())).toEqual(date);
      }),
    );
  });
});
