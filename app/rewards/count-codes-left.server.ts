import { NEWEST_TAKING } from "~/codes/count-codes.server";
import type { Database, Transaction } from "~/platform/database.server";
import { OPEN_STATES } from "./reward-state";

/** A coupon's codes as every page and every mail counts them. */
export interface CodesLeft {
  /** In its pools, whoever they are for. */
  inPools: number;
  /** Rewards without a code yet; those of a coupon with codes of its own will take one each. */
  promised: number;
  /** In its pools and needed by no promise; never below 0. */
  left: number;
}

/** Counts the codes of these coupons that can still be promised to somebody, by coupon id. */
export async function countCodesLeft(
  db: Database | Transaction,
  shopId: number,
  couponIds: string[],
): Promise<Map<string, CodesLeft>> {
  return countCodesOfShops(
    db,
    couponIds.map((couponId) => ({ shopId, couponId })),
  );
}

/** The same of coupons of several shops, in one statement however many they are. */
export async function countCodesOfShops(
  db: Database | Transaction,
  coupons: { shopId: number; couponId: string }[],
): Promise<Map<string, CodesLeft>> {
  if (coupons.length === 0) return new Map();
  const rows = await db.$queryRaw<{ couponId: string; inPools: number; promised: number }[]>`
    select asked.coupon_id as "couponId", (
      select coalesce(sum(p.size - coalesce(newest.last, 0)), 0)::int from code_pool p ${NEWEST_TAKING}
      where p.shop_id = asked.shop_id and p.coupon_id = asked.coupon_id
    ) as "inPools", (
      select count(*)::int from reward r
      where r.shop_id = asked.shop_id and r.coupon_id = asked.coupon_id
      and r.state = any(${OPEN_STATES}::reward_state[])
    ) as promised
    from unnest(${coupons.map(({ shopId }) => shopId)}::int[], ${coupons.map(({ couponId }) => couponId)}::uuid[])
      as asked(shop_id, coupon_id)`;
  return new Map(
    rows.map(({ couponId, inPools, promised }) => [
      couponId,
      { inPools, promised, left: Math.max(0, inPools - promised) },
    ]),
  );
}
