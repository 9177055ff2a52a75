import type { Database } from "~/platform/database.server";
import { forShop } from "~/platform/for-shop";
import { countCodesLeft } from "~/rewards/count-codes-left.server";

/** A coupon that needs codes: they run low or out, or rewards wait for them. */
export interface ShortCoupon {
  id: string;
  description: string;
  codesLeft: number;
  /** Rewards that are due and find no code. */
  waiting: number;
}

/** Live coupons that need codes, those with rewards waiting first. One whose budget is used up needs codes only for those. */
export async function listShortCoupons(db: Database, { shopId }: { shopId: number }): Promise<ShortCoupon[]> {
  const shop = forShop(db, shopId);
  const waits = await shop.reward.groupBy({ by: ["couponId"], where: { state: "waiting_for_code" }, _count: true });
  const waiting = new Map(waits.map(({ couponId, _count }) => [couponId, _count]));
  const coupons = await shop.coupon.findMany({
    where: {
      state: { in: ["active", "paused"] },
      OR: [{ codesLevel: { not: "enough" } }, { id: { in: [...waiting.keys()] } }],
    },
    select: { id: true, description: true, budget: true, budgetUsed: true },
    orderBy: { createdAt: "asc" },
  });
  const left = await countCodesLeft(
    db,
    shopId,
    coupons.map(({ id }) => id),
  );
  const needsCodes = ({ id, budget, budgetUsed }: (typeof coupons)[number]) => {
    const { inPools = 0, promised = 0 } = left.get(id) ?? {};
    return waiting.has(id) || budget === null || budgetUsed < budget || inPools < promised;
  };
  return coupons
    .filter(needsCodes)
    .map((coupon) => ({
      id: coupon.id,
      description: coupon.description,
      codesLeft: left.get(coupon.id)?.left ?? 0,
      waiting: waiting.get(coupon.id) ?? 0,
    }))
    .toSorted((a, b) => b.waiting - a.waiting || a.codesLeft - b.codesLeft);
}
