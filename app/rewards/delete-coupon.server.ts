import { removeUntakenCodes } from "~/codes/remove-untaken-codes.server";
import type { Database } from "~/platform/database.server";
import { isId } from "~/platform/ids";
import { endPromises } from "./end-promises.server";
import { OPEN_STATES } from "./reward-state";

/**
 * Deletes a coupon: it earns nothing any more and leaves the list; the record of sent codes stays. With `honour`,
 * rewards already promised still go out and as many codes are kept for them; without, the promises end. All other
 * untaken codes are freed and may be uploaded again.
 */
export async function deleteCoupon(
  db: Database,
  { shopId, couponId, honour }: { shopId: number; couponId: string; honour: boolean },
  now: Date,
): Promise<{ outcome: "deleted"; promisesKept: number; promisesEnded: number } | { outcome: "not_found" }> {
  if (!isId(couponId)) return { outcome: "not_found" };
  return db.$transaction(async (tx) => {
    // Nothing is promised meanwhile. Locks are taken as everywhere: shop, rewards, coupons, pools.
    await tx.$queryRaw`select id from shop where id = ${shopId} for no key update`;
    const promisesEnded = honour ? 0 : await endPromises(tx, { shopId, couponId, reason: "coupon_deleted" }, now);
    const { count } = await tx.coupon.updateMany({
      where: { shopId, id: couponId, state: { not: "deleted" } },
      data: { state: "deleted", deletedAt: now },
    });
    if (count === 0) return { outcome: "not_found" };
    const promisesKept = await tx.reward.count({ where: { shopId, couponId, state: { in: OPEN_STATES } } });
    await removeUntakenCodes(tx, { shopId, couponId, keep: promisesKept }, now);
    return { outcome: "deleted", promisesKept, promisesEnded };
  });
}
