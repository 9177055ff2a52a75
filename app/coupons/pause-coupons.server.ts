import type { Database } from "~/platform/database.server";
import { isId } from "~/platform/ids";
import { lockShop } from "~/platform/lock-shop.server";

/**
 * Pauses live coupons, or resumes paused ones. Rewards already promised still go out. Once it returns, a paused coupon is
 * promised to nobody until it is resumed. `changed`: how many were not in that state before. Drafts, deleted coupons and
 * other shops' are left alone; `not_found` when nothing else was asked for.
 */
export async function pauseCoupons(
  db: Database,
  { shopId, couponIds, paused }: { shopId: number; couponIds: string[]; paused: boolean },
  now: Date,
): Promise<{ outcome: "changed"; changed: number } | { outcome: "not_found" }> {
  const id = { in: couponIds.filter(isId) };
  return db.$transaction(async (tx) => {
    // Deciding holds the same lock, so no decision that began before makes a promise afterwards.
    await lockShop(tx, shopId);
    const found = await tx.coupon.count({ where: { shopId, id, state: { in: ["active", "paused"] } } });
    if (found === 0) return { outcome: "not_found" };
    const { count } = await tx.coupon.updateMany({
      where: { shopId, id, state: paused ? "active" : "paused" },
      data: paused ? { state: "paused", pausedAt: now } : { state: "active", pausedAt: null },
    });
    return { outcome: "changed", changed: count };
  });
}
