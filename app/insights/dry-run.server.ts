import { subDays } from "date-fns";
import { kindOf } from "~/coupons/demand";
import type { Database } from "~/platform/database.server";
import type { Coupon, Shop } from "~/platform/generated/client";
import { findBlocked } from "~/rewards/find-blocked.server";
import { dryRun } from "./dry-run";

/** How far a dry run looks back. */
export const DRY_RUN_DAYS = 30;

/** Engagements looked at, the newest ones: a page waits for the answer. */
const MOST_ENGAGEMENTS = 5_000;

/** What a coupon would have given. */
export interface DryRunResult {
  /** Rewards of this coupon. */
  rewards: number;
  /** Engagements that were looked at: those of the trigger's kind. */
  engagements: number;
  /** There were more engagements than are looked at; the oldest ones were left out. */
  isPartial: boolean;
}

/** Tries a coupon on the shop's stored engagements of the last 30 days. Changes nothing. */
export async function dryRunCoupon(
  db: Database,
  { shop, coupon, mostEngagements = MOST_ENGAGEMENTS }: { shop: Shop; coupon: Coupon; mostEngagements?: number },
  now: Date,
): Promise<DryRunResult> {
  const shopId = shop.id;
  const since = subDays(now, DRY_RUN_DAYS);
  const where = { shopId, kind: kindOf(coupon.trigger), mergedIntoId: null, receivedAt: { gte: since, lte: now } };
  const [newest, others] = await Promise.all([
    db.engagement.findMany({
      where,
      orderBy: [{ receivedAt: "desc" }, { id: "asc" }],
      take: mostEngagements + 1,
    }),
    db.coupon.findMany({ where: { shopId, state: "active", id: { not: coupon.id } } }),
  ]);
  const engagements = newest.slice(0, mostEngagements).reverse();
  const recipientIds = engagements.map(({ recipientId }) => recipientId).filter((id) => id !== null);
  const blocked = await findBlocked(db, { shopIds: [shopId], recipientIds });
  const rewards = dryRun({ coupon, others, rules: shop, engagements, blocked, since });
  return { rewards, engagements: engagements.length, isPartial: newest.length > mostEngagements };
}
