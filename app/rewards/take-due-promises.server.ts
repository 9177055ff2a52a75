import type { Transaction } from "~/platform/database.server";
import type { DuePromise } from "./check-due";
import { findBlocked } from "./find-blocked.server";
import type { RewardKey } from "./list-due.server";

/**
 * Locks the first `limit` of these promises that are still due, and loads what they are checked against, oldest first.
 * Promises another worker is looking at are passed over.
 */
export async function takeDuePromises(
  tx: Transaction,
  { rewards, limit }: { rewards: RewardKey[]; limit: number },
  now: Date,
): Promise<DuePromise[]> {
  const locked = await tx.$queryRaw<{ shop_id: number; id: string }[]>`
    select r.shop_id, r.id
    from unnest(${rewards.map((key) => key.shopId)}::int[], ${rewards.map((key) => key.id)}::uuid[])
      with ordinality as listed(shop_id, id, place)
    join reward r on r.shop_id = listed.shop_id and r.id = listed.id
    where r.state = 'promised' and r.send_at <= ${now}
    order by listed.place limit ${limit} for update of r skip locked`;
  if (locked.length === 0) return [];
  const shopIds = [...new Set(locked.map((row) => row.shop_id))];
  const rows = await tx.reward.findMany({
    where: { shopId: { in: shopIds }, id: { in: locked.map((row) => row.id) } },
    include: { shop: true, engagement: true, recipient: true },
    orderBy: [{ sendAt: "asc" }, { id: "asc" }],
  });
  const blocked = await findBlocked(tx, { shopIds, recipientIds: rows.map((row) => row.recipientId) });
  return rows.map(({ shop, engagement, recipient, ...reward }) => {
    return { reward, shop, engagement, recipient, blocked: blocked.has(recipient.id) };
  });
}
