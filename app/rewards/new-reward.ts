import type { Coupon, Engagement, Reward } from "~/platform/generated/client";

/** A reward as it is promised: with its slot, its time and the coupon's words of this moment; no code yet. */
export function newReward(
  engagement: Engagement & { shopperId: string; recipientId: string },
  coupon: Coupon,
  promise: { id: string; slot: number; sendAt: Date | null; isExtra: boolean },
  now: Date,
): Reward {
  return {
    shopId: engagement.shopId,
    engagementId: engagement.id,
    couponId: coupon.id,
    shopperId: engagement.shopperId,
    recipientId: engagement.recipientId,
    state: promise.sendAt ? "promised" : "awaiting_publication",
    ...promise,
    description: coupon.description,
    expiresOn: coupon.expiresOn,
    poolId: null,
    position: null,
    staticCode: null,
    codeKey: null,
    reason: null,
    promisedAt: now,
    codeTakenAt: null,
    settledAt: null,
  };
}
