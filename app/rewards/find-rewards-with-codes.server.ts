import type { Transaction } from "~/platform/database.server";
import type { RewardWithCode, UsedCode } from "./match-code";

/**
 * Finds who was given these codes: all rewards by which an order's own shopper has the code, and the oldest one of anybody.
 * Never more, for a code that everybody gets may stand on a million rewards. `offset 0` keeps the planner from looking up the
 * shopper's rewards along the index of codes: while it has no statistics of a new table it takes every code for a rare one.
 */
export async function findRewardsWithCodes(tx: Transaction, used: UsedCode[]): Promise<RewardWithCode[]> {
  if (used.length === 0) return [];
  return tx.$queryRaw<RewardWithCode[]>`
    with used as (
      select distinct * from unnest(
        ${used.map((one) => one.shopId)}::int[], ${used.map((one) => one.shopperId)}::uuid[],
        ${used.map((one) => one.codeKey)}::text[]
      ) as u(shop_id, shopper_id, code_key)
    ), held as (
      select id, shop_id from used cross join lateral (
        select own.id from (
          select r.id, r.code_key from reward r
          where r.shopper_id = used.shopper_id and r.shop_id = used.shop_id offset 0
        ) own where own.code_key = used.code_key
        union all
        (select r.id from reward r
         where r.shop_id = used.shop_id and r.code_key = used.code_key and r.code_key is not null order by r.id limit 1)
      ) one
      group by id, shop_id
    )
    select r.shop_id as "shopId", r.id as "rewardId", r.coupon_id as "couponId", r.shopper_id as "shopperId",
      r.code_key as "codeKey", r.static_code is not null as "isStatic", r.code_taken_at as "takenAt",
      (select count(*)::int from redemption d where d.reward_id = r.id and d.shop_id = r.shop_id) as redeemed
    from held join reward r on r.id = held.id and r.shop_id = held.shop_id
    order by r.id`;
}
