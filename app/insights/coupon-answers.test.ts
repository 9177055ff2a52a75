import { expect, it } from "vitest";
import { countPassedOver } from "./coupon-answers";

const answer = (couponId: string, reason: string) => ({ couponId, matched: false, reason, detail: {} });

it("counts the coupons that lost only to another one", () => {
  const coupons = [
    { ...answer("a", "matched"), matched: true },
    answer("b", "smaller_reward"),
    answer("c", "already_rewarded_by_other"),
    answer("d", "other_engagement"),
  ];
  expect(countPassedOver({ outcome: "rewarded", reason: "promised", coupons })).toBe(2);
  expect(countPassedOver(undefined)).toBe(0);
});
