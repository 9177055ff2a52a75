import type { Transaction } from "~/platform/database.server";
import type { Engagement, EngagementDecision, Shop } from "~/platform/generated/client";
import { countUse, type UseOf } from "./count-use";
import type { DecisionInput } from "./decision-input";
import { findBlocked } from "./find-blocked.server";
import { findWholes } from "./find-wholes.server";

/** What deciding a batch looks at, loaded by set; `use` is kept up to date while the batch is decided. */
export interface DecisionContext {
  engagements: Engagement[];
  inputFor(engagement: Engagement, now: Date): DecisionInput;
  lastDecision(engagement: Engagement): EngagementDecision | undefined;
  use: UseOf;
}

/**
 * Loads everything the decisions about these engagements need; a part of another engagement is decided on as that one. Their
 * rewards, and those of their parts, are locked, so that none of them takes a code meanwhile: a reward that is just going out
 * is waited for and then counts as given.
 */
export async function loadDecisions(tx: Transaction, shops: Shop[], engagementIds: string[]): Promise<DecisionContext> {
  const shopId = { in: shops.map((shop) => shop.id) };
  const wholes = await findWholes(tx, { shopIds: shopId.in, engagementIds });
  const ids = [...wholes.keys()];
  await tx.$queryRaw`
    select id from reward
    where shop_id = any(${shopId.in}::int[]) and engagement_id = any(${ids}::uuid[]) and state <> 'ended'
    order by id for update`;
  const wholeIds = [...new Set(wholes.values())];
  const engagements = await tx.engagement.findMany({ where: { shopId, id: { in: wholeIds } } });
  const rewards = await tx.reward.findMany({ where: { shopId, engagementId: { in: ids }, state: { not: "ended" } } });
  const coupons = await tx.coupon.findMany({
    where: {
      shopId,
      OR: [{ state: { in: ["active", "paused"] } }, { id: { in: rewards.map((reward) => reward.couponId) } }],
    },
  });
  const recipientIds = engagements.map((engagement) => engagement.recipientId).filter((id) => id !== null);
  const blocked = await findBlocked(tx, { shopIds: shopId.in, recipientIds });
  const use = await loadUse(tx, shopId.in, engagements);
  const decisions = await loadLastDecisions(tx, shopId.in, wholeIds);
  const rulesOf = new Map(shops.map((shop) => [shop.id, shop]));
  const couponsOf = Map.groupBy(coupons, (coupon) => coupon.shopId);
  const rewardsOf = Map.groupBy(rewards, (reward) => wholes.get(reward.engagementId));
  return {
    engagements,
    lastDecision: (engagement) => decisions.get(engagement.id),
    use,
    inputFor: (engagement, now) => {
      const rules = rulesOf.get(engagement.shopId);
      if (!rules) throw new Error("an engagement of a shop that is not in the batch");
      return {
        engagement,
        rules,
        now,
        blocked: engagement.recipientId !== null && blocked.has(engagement.recipientId),
        coupons: couponsOf.get(engagement.shopId) ?? [],
        rewards: rewardsOf.get(engagement.id) ?? [],
        use: (coupon) => use(coupon, engagement.shopperId),
      };
    },
  };
}

async function loadUse(tx: Transaction, shopIds: number[], engagements: Engagement[]): Promise<UseOf> {
  const shopperIds = engagements.map((engagement) => engagement.shopperId).filter((id) => id !== null);
  const held = await tx.reward.findMany({
    where: { shopId: { in: shopIds }, shopperId: { in: shopperIds }, state: { not: "ended" } },
    select: { couponId: true, shopperId: true, slot: true },
  });
  return countUse(held, (coupon) => coupon.budgetUsed);
}

async function loadLastDecisions(
  tx: Transaction,
  shopIds: number[],
  ids: string[],
): Promise<Map<string, EngagementDecision>> {
  const rows = await tx.engagementDecision.findMany({
    where: { shopId: { in: shopIds }, engagementId: { in: ids } },
    orderBy: [{ engagementId: "asc" }, { decidedAt: "desc" }, { id: "desc" }],
    distinct: ["engagementId"],
  });
  return new Map(rows.map((row) => [row.engagementId, row]));
}
