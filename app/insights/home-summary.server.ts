import type { Database } from "~/platform/database.server";
import { forShop } from "~/platform/for-shop";
import { countGiven } from "./count-given";
import { countPromised } from "./count-promised.server";

/** What Home tells at a glance. */
export interface HomeSummary {
  /** Rewards that have their code. */
  given: number;
  /** Rewards without a code yet. */
  promised: number;
  hasActiveCoupon: boolean;
  /** Something has arrived from a source other than Shopify itself: a token that was only saved may be the wrong one. */
  hasConnectedSource: boolean;
}

/** Gathers the figures of Home, deleted coupons included. */
export async function homeSummary(db: Database, { shopId }: { shopId: number }): Promise<HomeSummary> {
  const shop = forShop(db, shopId);
  const [used, promised, active, connected] = await Promise.all([
    shop.coupon.aggregate({ _sum: { budgetUsed: true } }),
    countPromised(shop),
    shop.coupon.count({ where: { state: "active" } }),
    shop.sourceConnection.count({ where: { lastReceivedAt: { not: null } } }),
  ]);
  return {
    given: countGiven({ budgetUsed: used._sum?.budgetUsed ?? 0, promised }),
    promised,
    hasActiveCoupon: active > 0,
    hasConnectedSource: connected > 0,
  };
}
