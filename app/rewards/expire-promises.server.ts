import type { Database } from "~/platform/database.server";
import { changeBudgets } from "./change-budgets.server";
import type { RewardReason } from "./reward-reason";

/** Promises ended in one transaction: however many there are, none takes longer than the database lets it. */
const BATCH = 1_000;

/**
 * Ends promises, over all shops, whose coupon's last day is over in the shop's time zone, whatever they still wait for:
 * codes, publication, the thank-you email. Passes over what others have in hand: it comes round again. Returns how many ended.
 */
export async function expirePromises(db: Database, now: Date): Promise<number> {
  let ended = 0;
  for (let last = BATCH; last === BATCH; ended += last) last = await expireBatch(db, now);
  return ended;
}

async function expireBatch(db: Database, now: Date): Promise<number> {
  const reason: RewardReason = "expired";
  return db.$transaction(async (tx) => {
    // The first comparison keeps to those whose day may be over somewhere: no zone is a day or more ahead of UTC. It and the
    // states as they are written here are what the index reward_open_with_end answers.
    const ended = await tx.$queryRaw<{ shop_id: number; coupon_id: string }[]>`
      with over as (
        select r.shop_id, r.id from reward r join shop s on s.id = r.shop_id
        where r.state in ('awaiting_publication', 'promised', 'waiting_for_code')
        and r.expires_on is not null and r.expires_on <= (${now}::timestamptz at time zone 'UTC')::date
        and r.expires_on < (${now}::timestamptz at time zone s.time_zone)::date
        limit ${BATCH} for update of r skip locked
      )
      update reward r set state = 'ended', reason = ${reason}, settled_at = ${now}
      from over where r.shop_id = over.shop_id and r.id = over.id
      returning r.shop_id, r.coupon_id`;
    await changeBudgets(
      tx,
      ended.map((row) => ({ shopId: row.shop_id, couponId: row.coupon_id, by: -1 })),
    );
    return ended.length;
  });
}
