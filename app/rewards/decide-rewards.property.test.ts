import fc from "fast-check";
import { expect, test } from "vitest";
import type { RewardState, Trigger } from "~/platform/generated/client";
import { coupon, decide, engagement, NOW, reward } from "../../tests/support/decisions";

test("whatever is known, at most one reward that is no extra stands, none is touched once its code is taken, and deciding again changes nothing", () => {
  const triggers: Trigger[] = ["review", "photo_review", "shared_review", "order"];
  const states: RewardState[] = ["promised", "waiting_for_code", "sending", "sent"];
  const anyCoupon = fc.record({
    trigger: fc.constantFrom(...triggers),
    state: fc.constantFrom("active" as const, "paused" as const),
    alsoAfterSmaller: fc.boolean(),
  });
  const given = fc.record({
    coupons: fc.array(anyCoupon, { maxLength: 5 }),
    facts: fc.record({
      mediaCount: fc.nat(1),
      sharedAt: fc.constantFrom(null, NOW),
      withdrawnAt: fc.constantFrom(null, null, NOW),
    }),
    held: fc.option(fc.record({ index: fc.nat(4), state: fc.constantFrom(...states) })),
  });
  fc.assert(
    fc.property(given, ({ coupons: drawn, facts, held }) => {
      const coupons = drawn.map((changes, index) => coupon(changes.trigger, { ...changes, id: `c${index}` }));
      const heldCoupon = held && coupons[held.index];
      const rewards = held && heldCoupon ? [reward(heldCoupon, held.state)] : [];
      const input = { coupons, engagement: engagement(facts), rewards };
      const decided = decide(input);
      const taken = rewards.filter((one) => one.state === "sending" || one.state === "sent");
      for (const { reward: ended } of decided.end) expect(taken).not.toContain(ended);
      const standing = rewards.filter((one) => !decided.end.some(({ reward: ended }) => ended === one));
      const base = [...standing.filter((one) => !one.isExtra), ...decided.promise.filter((one) => !one.isExtra)];
      expect(base.length).toBeLessThanOrEqual(1);
      if (facts.withdrawnAt) expect(decided.promise).toEqual([]);
      const made = decided.promise.map(({ coupon: one, isExtra }) => reward(one, "promised", isExtra));
      const again = decide({ ...input, rewards: [...standing, ...made] });
      expect([again.end, again.promise]).toEqual([[], []]);
    }),
    { numRuns: 1000 },
  );
});
