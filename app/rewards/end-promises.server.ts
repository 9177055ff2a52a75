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
    with promise as (
      select shop_id, id from reward
      where shop_id = ${shopId} and (${couponId}::uuid is null or coupon_id = ${couponId}::uuid)
      and state = any(${OPEN_STATES}::reward_state[])
      order by id for update
    )
    update reward r set state = 'ended', reason = ${reason}, settled_at = ${now}
    from promise where r.shop_id = promise.shop_id and r.id = promise.id
    returning r.coupon_id`;
  await changeBudgets(
    tx,
    ended.map((row) => ({ shopId, couponId: row.coupon_id, by: -1 })),
  );
  return ended.length;
}
