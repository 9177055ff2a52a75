import fc from "fast-check";
import { expect, test } from "vitest";
import type { Reward, RewardState } from "~/platform/generated/client";
import { Trigger } from "~/platform/generated/enums";
import { coupon, decide, engagement, NOW, reward } from "../../tests/support/decisions";
import type { DecidedRewards } from "./decide-rewards";

test("whatever is known, at most one reward that is no extra stands, none is touched once its code is taken, and deciding again changes nothing", () => {
  const states: RewardState[] = ["promised", "waiting_for_code", "sending", "sent"];
  const anyCoupon = fc.record({
    trigger: fc.constantFrom(...Object.values(Trigger)),
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
    held: fc.array(fc.record({ index: fc.nat(4), state: fc.constantFrom(...states), isExtra: fc.boolean() }), {
      maxLength: 3,
    }),
  });
  fc.assert(
    fc.property(given, ({ coupons: drawn, facts, held }) => {
      const coupons = drawn.map((changes, index) => coupon(changes.trigger, { ...changes, id: `c${index}` }));
      // More than one that is no extra, or of one coupon, where two facts turned out to be one.
      const rewards = held.flatMap(({ index, state, isExtra }, place) => {
        const of = coupons[index];
        return of
          ? [{ ...reward(of, state, isExtra), id: `r${place}`, engagementId: place === 0 ? "e1" : "part" }]
          : [];
      });
      const input = { coupons, engagement: engagement(facts), rewards };
      const decided = decide(input);
      const taken = rewards.filter((one) => one.state === "sending" || one.state === "sent");
      for (const { reward: ended } of decided.end) expect(taken).not.toContain(ended);
      const standing = rewards.filter((one) => !decided.end.some(({ reward: ended }) => ended === one));
      const base = [...standing.filter((one) => !one.isExtra), ...decided.promise.filter((one) => !one.isExtra)];
      const given = taken.filter((one) => !one.isExtra);
      expect(base.length).toBeLessThanOrEqual(Math.max(1, given.length));
      const open = [
        ...standing.filter((one) => !taken.includes(one)),
        ...decided.promise.map(({ coupon: one }) => reward(one, "promised")),
      ];
      for (const one of open) expect(open.filter((other) => other.couponId === one.couponId)).toHaveLength(1);
      if (facts.withdrawnAt) expect(decided.promise).toEqual([]);
      const made = decided.promise.map(({ coupon: one, isExtra }) => reward(one, "promised", isExtra));
      const again = decide({ ...input, rewards: [...standing.map(afterwards(decided)), ...made] });
      expect([again.end, again.keep, again.promise]).toEqual([[], [], []]);
    }),
    { numRuns: 1000 },
  );
});

/** A reward as it stands after a decision. */
const afterwards = (decided: DecidedRewards) => (one: Reward) => {
  const kept = decided.keep.find(({ reward: before }) => before === one);
  return kept ? { ...one, ...kept.changes } : one;
};
