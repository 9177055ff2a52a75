import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMoney, writeMoney } from "./money";

describe("an amount", () => {
  it("is read exactly from text and from numbers", () => {
    expect(["404.95", 404.95, "0", "7", " 12.5 ", "-8.00"].map(readMoney)).toEqual([
      40495n,
      40495n,
      0n,
      700n,
      1250n,
      -800n,
    ]);
  });

  it("of three decimals is rounded half away from zero", () => {
    expect(["1.234", "1.235", "-1.235", "0.005"].map(readMoney)).toEqual([123n, 124n, -124n, 1n]);
  });

  it("is none in any other form", () => {
    for (const value of [null, undefined, {}, [], true, "", "abc", "1,50", "1e3", 1e40, Number.NaN, "0x10"]) {
      expect(readMoney(value)).toBeNull();
    }
  });

  it("never exceeds what the database holds", () => {
    expect(writeMoney(readMoney("9".repeat(40)) ?? 0n)).toBe("10000000000000.00");
  });

  it("is written as it was read", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (hundredths) => {
        expect(readMoney(writeMoney(hundredths))).toBe(hundredths);
      }),
    );
  });
});
