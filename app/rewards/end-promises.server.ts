import type { Transaction } from "~/platform/database.server";
import { changeBudgets } from "./change-budgets.server";
import type { RewardReason } from "./reward-reason";
import { OPEN_STATES } from "./reward-state";

/**
 * Ends every promise of a shop, or of one of its coupons, that has no code yet, and frees its slots and budget.
 * Returns how many ended.
 */
export async function endPromises(
  tx: Transaction,
  input: { shopId: number; couponId?: string; reason: RewardReason },
  now: Date,
): Promise<number> {
  const { shopId, couponId = null, reason } = input;
  const ended = await tx.$queryRaw<{ coupon_id: string }[]>`
    update reward set state = 'ended', reason = ${reason}, settled_at = ${now}
    where shop_id = ${shopId} and (${couponId}::uuid is null or coupon_id = ${couponId}::uuid)
    and state::text = any(${OPEN_STATES})
    returning coupon_id`;
  await changeBudgets(
    tx,
    ended.map((row) => ({ shopId, couponId: row.coupon_id, by: -1 })),
  );
  return ended.length;
}
