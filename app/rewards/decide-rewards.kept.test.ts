import { describe, expect, test } from "vitest";
import { coupon, decide, engagement, NOW, RULES, reward } from "../../tests/support/decisions";

describe("what was promised before", () => {
  test.each(["promised", "awaiting_publication", "waiting_for_code"] as const)(
    "a reward that is %s goes to the corrected address, and keeps its state and time",
    (state) => {
      const open = { ...reward(coupon("review"), state), sendAt: state === "awaiting_publication" ? null : NOW };
      const rules = { ...RULES, waitForPublication: state === "awaiting_publication" };
      const decided = decide({ rewards: [open], engagement: engagement({ recipientId: "i2" }), rules });
      expect(decided.keep).toEqual([
        { reward: open, changes: { state, sendAt: open.sendAt, recipientId: "i2", engagementId: "e1" } },
      ]);
    },
  );

  test("a reward that has its code goes where it was promised to", () => {
    const taken = reward(coupon("review"), "sending");
    expect(decide({ rewards: [taken], engagement: engagement({ recipientId: "i2" }) }).keep).toEqual([]);
  });

  test("of the promises of two engagements that turned out to be one the better one stands, and is that engagement's", () => {
    const [plain, photo] = [reward(coupon("review"), "promised"), reward(coupon("photo_review"), "promised")];
    const rewards = [plain, { ...photo, engagementId: "part" }];
    const decided = decide({ rewards, engagement: engagement({ mediaCount: 1 }) });
    expect(decided.end).toEqual([{ reward: plain, reason: "same_engagement" }]);
    expect(decided.keep).toMatchObject([{ reward: { id: photo.id }, changes: { engagementId: "e1" } }]);
  });

  test("a promise of a part ends where the engagement has its reward already", () => {
    const [given, open] = [reward(coupon("review"), "sent"), reward(coupon("photo_review"), "promised")];
    const decided = decide({ rewards: [open, given], engagement: engagement({ mediaCount: 1 }) });
    expect(decided.end).toEqual([{ reward: open, reason: "same_engagement" }]);
    expect(decided.promise).toEqual([]);
  });
});
