import { countCodes } from "~/codes/count-codes.server";
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

/** Counts the codes of these coupons that can still be promised to somebody. */
export async function countCodesLeft(
  db: Database | Transaction,
  shopId: number,
  couponIds: string[],
): Promise<Map<string, CodesLeft>> {
  const [codes, promises] = await Promise.all([
    countCodes(db, shopId, couponIds),
    db.reward.groupBy({
      by: ["couponId"],
      where: { shopId, couponId: { in: couponIds }, state: { in: OPEN_STATES } },
      _count: true,
    }),
  ]);
  const promisedOf = new Map(promises.map(({ couponId, _count }) => [couponId, _count]));
  return new Map(
    couponIds.map((id) => {
      const [inPools, promised] = [codes.get(id)?.left ?? 0, promisedOf.get(id) ?? 0];
      return [id, { inPools, promised, left: Math.max(0, inPools - promised) }];
    }),
  );
}
