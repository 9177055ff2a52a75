import { countCodes } from "~/codes/count-codes.server";
import type { Database } from "~/platform/database.server";
import { forShop } from "~/platform/for-shop";
import type { Coupon } from "~/platform/generated/client";
import { OPEN_STATES } from "~/rewards/reward-state";
import { countGiven } from "./count-given";

/** A coupon with its figures. */
export interface ListedCoupon extends Coupon {
  /** Rewards that have their code, however their mail fared. */
  given: number;
  /** Rewards without a code yet. */
  promised: number;
  /** Codes in the pool that no promise needs; null for a static code. */
  codesLeft: number | null;
}

/** All coupons of a shop but deleted ones, newest first, with what was given and what is left. */
export async function listCoupons(db: Database, { shopId }: { shopId: number }): Promise<ListedCoupon[]> {
  const coupons = await forShop(db, shopId).coupon.findMany({
    where: { state: { not: "deleted" } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const ids = coupons.map(({ id }) => id);
  const [promises, codes] = await Promise.all([countPromised(db, shopId, ids), countCodes(db, shopId, ids)]);
  return coupons.map((coupon) => {
    const promised = promises.get(coupon.id) ?? 0;
    const left = codes.get(coupon.id)?.left ?? 0;
    const codesLeft = coupon.codeType === "dynamic" ? Math.max(0, left - promised) : null;
    return { ...coupon, promised, given: countGiven({ budgetUsed: coupon.budgetUsed, promised }), codesLeft };
  });
}

async function countPromised(db: Database, shopId: number, couponIds: string[]): Promise<Map<string, number>> {
  const rows = await db.reward.groupBy({
    by: ["couponId"],
    where: { shopId, couponId: { in: couponIds }, state: { in: OPEN_STATES } },
    _count: true,
  });
  return new Map(rows.map((row) => [row.couponId, row._count]));
}
