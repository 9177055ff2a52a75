import type { Transaction } from "~/platform/database.server";
import type { DuePromise } from "./check-due";
import type { RewardKey } from "./list-due.server";

/**
 * Locks those of these promises that are still due, and loads what they are checked against, oldest first.
 * Promises another worker is looking at are passed over.
 */
export async function takeDuePromises(tx: Transaction, keys: RewardKey[], now: Date): Promise<DuePromise[]> {
  const locked = await tx.$queryRaw<{ shop_id: number; id: string; blocked: boolean }[]>`
    select r.shop_id, r.id, exists (
      select 1 from shopper_identity i join blocked_address b on b.shop_id = i.shop_id
        and ((b.kind = 'email' and b.keyed_hash = i.keyed_hash) or (b.kind = 'domain' and b.keyed_hash = i.domain_hash))
      where i.shop_id = r.shop_id and i.id = r.recipient_id
    ) as blocked
    from reward r
    where r.shop_id = any(${keys.map((key) => key.shopId)}::int[]) and r.id = any(${keys.map((key) => key.id)}::uuid[])
    and r.state = 'promised' and r.send_at <= ${now}
    order by r.id for update of r skip locked`;
  if (locked.length === 0) return [];
  const blocked = new Set(locked.filter((row) => row.blocked).map((row) => row.id));
  const rows = await tx.reward.findMany({
    where: { shopId: { in: [...new Set(locked.map((row) => row.shop_id))] }, id: { in: locked.map((row) => row.id) } },
    include: { shop: true, engagement: true, recipient: true },
    orderBy: [{ sendAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ shop, engagement, recipient, ...reward }) => {
    return { reward, shop, engagement, recipient, blocked: blocked.has(reward.id) };
  });
}
