import { countCodes } from "~/codes/count-codes.server";
import { removeUntakenCodes } from "~/codes/remove-untaken-codes.server";
import type { Database, Transaction } from "~/platform/database.server";
import { isId } from "~/platform/ids";
import { lockShop } from "~/platform/lock-shop.server";
import { writeRows } from "~/platform/write-rows.server";
import { changeBudgets } from "./change-budgets.server";
import { endPromises } from "./end-promises.server";
import { moved, OPEN_STATES } from "./reward-state";

/**
 * Deletes a coupon: it earns nothing any more and leaves the list; the record of sent codes stays. With `honour`,
 * rewards already promised still go out and as many codes are kept for them, except those no code is left for; without, all
 * promises end. All other untaken codes are freed and may be uploaded again.
 */
export async function deleteCoupon(
  db: Database,
  { shopId, couponId, honour }: { shopId: number; couponId: string; honour: boolean },
  now: Date,
): Promise<{ outcome: "deleted"; promisesKept: number; promisesEnded: number } | { outcome: "not_found" }> {
  if (!isId(couponId)) return { outcome: "not_found" };
  return db.$transaction(async (tx) => {
    // Nothing is promised meanwhile. Locks are taken as everywhere: shop, rewards, coupons, pools.
    await lockShop(tx, shopId);
    const coupon = await tx.coupon.findFirst({ where: { shopId, id: couponId, state: { not: "deleted" } } });
    // What was promised of a coupon that is deleted already is kept as the merchant wished then.
    if (!coupon) return { outcome: "not_found" };
    // What a sender has in hand is waited for, and counts as given then.
    await tx.$queryRaw`
      select id from reward where shop_id = ${shopId} and coupon_id = ${couponId}::uuid
      and state = any(${OPEN_STATES}::reward_state[]) order by id for update`;
    const promisesEnded = honour ? 0 : await endPromises(tx, { shopId, couponId, reason: "coupon_deleted" }, now);
    await tx.coupon.updateMany({ where: { shopId, id: couponId }, data: { state: "deleted", deletedAt: now } });
    const unkeepable = honour ? await endUnkeepable(tx, { shopId, couponId }, now) : 0;
    const promisesKept = await tx.reward.count({ where: { shopId, couponId, state: { in: OPEN_STATES } } });
    await removeUntakenCodes(tx, { shopId, couponId, keep: promisesKept }, now);
    return { outcome: "deleted", promisesKept, promisesEnded: promisesEnded + unkeepable };
  });
}

/** A deleted coupon takes no more codes: the newest promises beyond the codes it has left end now, visibly. Returns how many. */
async function endUnkeepable(
  tx: Transaction,
  { shopId, couponId }: { shopId: number; couponId: string },
  now: Date,
): Promise<number> {
  const coupon = await tx.coupon.findUniqueOrThrow({ where: { shopId_id: { shopId, id: couponId } } });
  if (coupon.codeType === "static" || coupon.whenEmpty === "fallback") return 0;
  const left = (await countCodes(tx, shopId, [couponId])).get(couponId)?.left ?? 0;
  const beyond = await tx.reward.findMany({
    where: { shopId, couponId, state: { in: OPEN_STATES } },
    orderBy: [{ promisedAt: "asc" }, { id: "asc" }],
    skip: left,
  });
  const ended = beyond.map((reward) => moved(reward, "ended", { reason: "coupon_deleted", settledAt: now }));
  await writeRows(tx, "reward", ended);
  await changeBudgets(tx, [{ shopId, couponId, by: -ended.length }]);
  return ended.length;
}
