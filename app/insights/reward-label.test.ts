import { expect, it } from "vitest";
import { intl } from "../../tests/support/shop-intl";
import { describeDecision } from "./coupon-answers";
import { decisionLabel } from "./reward-label";

const shown = (decision: Parameters<typeof decisionLabel>[0]) => intl.say(decisionLabel(decision).label);

it("calls a decision promised only where it left a promise", () => {
  expect(shown({ outcome: "rewarded", reason: "promised" })).toBe("Promised");
  for (const reason of ["already_rewarded", "cancelled_after_sent", "deleted_after_sent"]) {
    expect(shown({ outcome: "rewarded", reason })).toBe("Rewarded");
  }
  expect(shown({ outcome: "waiting", reason: "awaiting_publication" })).toBe("Not published yet");
  expect(shown({ outcome: "not_rewarded", reason: "limit_reached" })).toBe("No coupon");
});

it.each([
  ["promised", "a coupon was promised"],
  ["already_rewarded", "already rewarded"],
])("says of a decision in words what its badge says: %s", (reason, words) => {
  expect(intl.say(describeDecision({ outcome: "rewarded", reason, coupons: [] }))).toBe(words);
  expect(words).toContain(shown({ outcome: "rewarded", reason }).toLowerCase());
});
