import type { Database } from "~/platform/database.server";
import { lockShop } from "~/platform/lock-shop.server";
import { runAll } from "~/platform/run-all";
import { promiseRewards } from "./promise-rewards.server";

/** Engagements of a shop decided on anew in one transaction. */
const BATCH = 200;

/**
 * Decides anew on reviews that await publication in shops that do not wait for it any more: the merchant changed the
 * setting, and no delivery will come to say so. Throws an AggregateError of the shops where that failed, after all others.
 */
export async function reconsiderAwaiting(db: Database, now: Date): Promise<void> {
  const awaiting = await db.shop.findMany({
    where: { waitForPublication: false, rewards: { some: freed } },
    select: { id: true },
  });
  await runAll(
    awaiting.map(
      ({ id }) =>
        () =>
          reconsiderShop(db, id, now),
    ),
  );
}

const freed = { state: "awaiting_publication", engagement: { kind: "review" } } as const;

async function reconsiderShop(db: Database, shopId: number, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    // The lock under which engagements of this shop are decided on.
    await lockShop(tx, shopId);
    const shops = await tx.shop.findMany({ where: { id: shopId, waitForPublication: false } });
    const rewards = await tx.reward.findMany({
      where: { shopId, ...freed },
      select: { engagementId: true },
      orderBy: { promisedAt: "asc" },
      take: BATCH,
    });
    const engagementIds = shops.length > 0 ? rewards.map((reward) => reward.engagementId) : [];
    await promiseRewards(tx, { shops, engagementIds }, now);
  });
}
