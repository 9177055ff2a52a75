import { NEWEST_TAKING } from "~/codes/count-codes.server";
import type { Database } from "~/platform/database.server";

/** Rewards of one coupon released at a time; more have their turn at the next look. */
const MOST = 1_000;

/**
 * Makes rewards that waited for codes due again: of each coupon those who waited longest, as many as it has codes, or with a
 * fallback up to a thousand. Passes over what others have in hand: it comes round again. Returns how many.
 */
export async function releaseWaiting(db: Database): Promise<number> {
  return db.$executeRaw`
    with waiting as (
      select distinct shop_id, coupon_id from reward where state = 'waiting_for_code'
    ), stock as (
      select w.shop_id, w.coupon_id, case when c.when_empty = 'fallback' then ${MOST} else least(${MOST}, pools.codes) end as codes
      from waiting w join coupon c on c.shop_id = w.shop_id and c.id = w.coupon_id
      cross join lateral (
        select coalesce(sum(p.size - coalesce(newest.last, 0)), 0) as codes from code_pool p ${NEWEST_TAKING}
        where p.shop_id = w.shop_id and p.coupon_id = w.coupon_id and p.state = 'open'
      ) pools
    ), released as (
      select one.shop_id, one.id from stock s cross join lateral (
        select r.shop_id, r.id from reward r
        where r.state = 'waiting_for_code' and r.shop_id = s.shop_id and r.coupon_id = s.coupon_id
        order by r.send_at, r.id limit s.codes for update skip locked
      ) one
    )
    update reward r set state = 'promised'
    from released x where r.shop_id = x.shop_id and r.id = x.id and r.state = 'waiting_for_code'`;
}
