import { expect, it } from "vitest";
import { decisionLabel } from "./reward-label";

it("calls a decision promised only where it left a promise", () => {
  expect(decisionLabel({ outcome: "promised", reason: "promised" }).label).toBe("Promised");
  for (const reason of ["already_rewarded", "cancelled_after_sent", "deleted_after_sent"]) {
    expect(decisionLabel({ outcome: "promised", reason }).label).toBe("Rewarded");
  }
  expect(decisionLabel({ outcome: "waiting", reason: "awaiting_publication" }).label).toBe("Not published yet");
  expect(decisionLabel({ outcome: "not_rewarded", reason: "limit_reached" }).label).toBe("No coupon");
});
