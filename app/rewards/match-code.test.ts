import { describe, expect, test } from "vitest";
import { matchCode, type RewardWithCode, type UsedCode } from "./match-code";

const NOON = new Date("2026-11-20T12:00:00Z");
const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000);
const used: UsedCode = { shopId: 1, shopperId: "ada", codeKey: "A", placedAt: NOON };

function holder(rewardId: string, changes: Partial<RewardWithCode> = {}): RewardWithCode {
  const codes = { codeKey: "A", isStatic: true, takenAt: minutes(-60), redeemed: 0 };
  return { shopId: 1, rewardId, couponId: `coupon of ${rewardId}`, shopperId: "ada", ...codes, ...changes };
}

describe("a code that everybody gets", () => {
  test("is the shopper's own reward's before anybody else's, the least used first and then the oldest", () => {
    const holders = [
      holder("of ben", { shopperId: "ben", takenAt: minutes(-90) }),
      holder("used", { redeemed: 1, takenAt: minutes(-80) }),
      holder("newer", { takenAt: minutes(-10) }),
      holder("oldest unused", { takenAt: minutes(-70) }),
    ];
    expect(matchCode(holders, used)?.rewardId).toBe("oldest unused");
  });

  test("is the coupon's alone for a shopper who was not sent it, or only after the order", () => {
    const ofBen = holder("of ben", { shopperId: "ben" });
    expect(matchCode([ofBen], used)).toEqual({ couponId: "coupon of of ben", rewardId: null });
    expect(matchCode([ofBen], { ...used, shopperId: null })).toEqual({ couponId: "coupon of of ben", rewardId: null });
    const later = holder("later", { takenAt: minutes(1) });
    expect(matchCode([later, ofBen], used)).toEqual({ couponId: "coupon of of ben", rewardId: null });
    expect(matchCode([later], used)).toBeNull();
  });
});

test("a code of a pool is its one shopper's, whoever used it and whenever", () => {
  const ofBen = holder("of ben", { shopperId: "ben", isStatic: false, takenAt: minutes(5) });
  expect(matchCode([ofBen], used)?.rewardId).toBe("of ben");
});

test("another code's holders and another shop's are no match", () => {
  expect(matchCode([holder("b", { codeKey: "B" }), holder("elsewhere", { shopId: 2 })], used)).toBeNull();
});
