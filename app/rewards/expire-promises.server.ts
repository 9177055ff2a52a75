import type { Database } from "~/platform/database.server";
import { changeBudgets } from "./change-budgets.server";
import type { RewardReason } from "./reward-reason";
import { OPEN_STATES } from "./reward-state";

/**
 * Ends promises, over all shops, whose coupon's last day is over in the shop's time zone, whatever they still wait for:
 * codes, publication, the thank-you email. Returns how many ended.
 */
export async function expirePromises(db: Database, now: Date): Promise<number> {
  const reason: RewardReason = "expired";
  return db.$transaction(async (tx) => {
    const ended = await tx.$queryRaw<{ shop_id: number; coupon_id: string }[]>`
      update reward r set state = 'ended', reason = ${reason}, settled_at = ${now}
      from shop s
      where s.id = r.shop_id and r.state::text = any(${OPEN_STATES})
      and r.expires_on < (${now}::timestamptz at time zone s.time_zone)::date
      returning r.shop_id, r.coupon_id`;
    await changeBudgets(
      tx,
      ended.map((row) => ({ shopId: row.shop_id, couponId: row.coupon_id, by: -1 })),
    );
    return ended.length;
  });
}
