import type { Database, Transaction } from "~/platform/database.server";
import { isId } from "~/platform/ids";
import { lockShop } from "~/platform/lock-shop.server";
import { promiseRewards } from "./promise-rewards.server";

/** `isDue`: a promise is due at once, and the caller rings "send-due". */
export type DecidedAgain = { outcome: "changed"; isDue: boolean } | { outcome: "unchanged" } | { outcome: "not_found" };

/**
 * Decides anew what an engagement earns, by today's coupons and settings: the same code as when it came in, under the lock under
 * which this shop's engagements are decided on, so that what was promised or given already counts. A part of another engagement
 * is decided on as that one, and is not found here.
 */
export async function decideAgain(
  db: Database,
  { shopId, engagementId }: { shopId: number; engagementId: string },
  now: Date,
): Promise<DecidedAgain> {
  if (!isId(engagementId)) return { outcome: "not_found" };
  return db.$transaction(async (tx) => {
    await lockShop(tx, shopId);
    const known = await tx.engagement.count({ where: { shopId, id: engagementId, mergedIntoId: null } });
    if (known === 0) return { outcome: "not_found" };
    const shops = await tx.shop.findMany({ where: { id: shopId } });
    const before = await standing(tx, shopId, engagementId);
    const due = await promiseRewards(tx, { shops, engagementIds: [engagementId] }, now);
    if ((await standing(tx, shopId, engagementId)) === before) return { outcome: "unchanged" };
    return { outcome: "changed", isDue: due !== null && due <= now };
  });
}

/** Every decision about the engagement and how each of its rewards stands, as one text to compare. */
async function standing(tx: Transaction, shopId: number, engagementId: string): Promise<string> {
  const where = { shopId, engagementId };
  const decisions = await tx.engagementDecision.count({ where });
  const rewards = await tx.reward.findMany({
    where,
    select: { id: true, state: true, sendAt: true },
    orderBy: { id: "asc" },
  });
  return JSON.stringify([decisions, rewards]);
}
