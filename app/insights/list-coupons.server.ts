import type { Database } from "~/platform/database.server";
import { forShop } from "~/platform/for-shop";
import type { Coupon } from "~/platform/generated/client";
import { countCodesLeft } from "~/rewards/count-codes-left.server";
import { countGivenSince } from "~/rewards/count-given-since.server";
import { daysOfSupply, paceSince } from "~/rewards/supply";
import { countGiven } from "./count-given";

/** A coupon with its figures. */
export interface ListedCoupon extends Coupon {
  /** Rewards that have their code, however their mail fared. */
  given: number;
  /** Rewards without a code yet. */
  promised: number;
  /** Orders its codes were used on, cancelled ones left out, and what these brought in, in the shop's currency. */
  redeemed: number;
  revenue: number;
  /** Codes in the pool that no promise needs; null for a static code. */
  codesLeft: number | null;
  /** Whole days these last at the present pace; null for a static code, for drafts, and where none was given lately. */
  daysLeft: number | null;
}

/** All coupons of a shop but deleted ones, newest first, with what was given, redeemed, and is left. */
export async function listCoupons(db: Database, { shopId }: { shopId: number }, now: Date): Promise<ListedCoupon[]> {
  const found = await forShop(db, shopId).coupon.findMany({
    where: { state: { not: "deleted" } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: { revenue: { select: { redeemed: true, revenue: true } } },
  });
  const ids = found.map(({ id }) => id);
  const dynamic = found.filter(({ codeType, state }) => codeType === "dynamic" && state !== "draft");
  const [codes, lately] = await Promise.all([
    countCodesLeft(db, shopId, ids),
    countGivenSince(db, { shopId, couponIds: dynamic.map(({ id }) => id), since: paceSince(now) }),
  ]);
  return found.map(({ revenue, ...coupon }) => {
    const { promised = 0, left = 0 } = codes.get(coupon.id) ?? {};
    const isDynamic = coupon.codeType === "dynamic";
    const pace = { left, givenLately: lately.get(coupon.id) ?? 0, activeSince: coupon.activatedAt };
    return {
      ...coupon,
      promised,
      given: countGiven({ budgetUsed: coupon.budgetUsed, promised }),
      redeemed: revenue?.redeemed ?? 0,
      revenue: revenue?.revenue.toNumber() ?? 0,
      codesLeft: isDynamic ? left : null,
      daysLeft: isDynamic ? daysOfSupply(pace, now) : null,
    };
  });
}
