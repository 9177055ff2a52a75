import type { Database } from "~/platform/database.server";
import { promiseRewards } from "./promise-rewards.server";

/** Engagements decided on anew in one transaction. */
const BATCH = 200;

/**
 * Decides anew on reviews that await publication in shops that do not wait for it any more: the merchant changed the
 * setting, and no delivery will come to say so. Returns how many engagements were looked at.
 */
export async function reconsiderAwaiting(db: Database, now: Date): Promise<number> {
  const awaiting = await db.reward.findMany({
    where: { state: "awaiting_publication", shop: { waitForPublication: false }, engagement: { kind: "review" } },
    select: { shopId: true, engagementId: true },
    take: BATCH,
  });
  for (const [shopId, rewards] of Map.groupBy(awaiting, (reward) => reward.shopId)) {
    await db.$transaction(async (tx) => {
      // The lock under which engagements of this shop are decided on.
      await tx.$queryRaw`select id from shop where id = ${shopId} for no key update`;
      const shops = await tx.shop.findMany({ where: { id: shopId } });
      await promiseRewards(tx, { shops, engagementIds: rewards.map((reward) => reward.engagementId) }, now);
    });
  }
  return awaiting.length;
}
