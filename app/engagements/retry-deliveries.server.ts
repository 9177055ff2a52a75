import type { Database } from "~/platform/database.server";
import type { Source } from "~/platform/generated/client";

/**
 * Has a source's deliveries whose reading failed read again, with all their tries; returns how many. The caller rings
 * "read-inbox".
 */
export async function retryDeliveries(
  db: Database,
  { shopId, source }: { shopId: number; source: Source },
  now: Date,
): Promise<number> {
  const { count } = await db.inboxDelivery.updateMany({
    where: { shopId, source, state: "failed" },
    data: { state: "waiting", attempts: 0, reason: null, nextTryAt: now },
  });
  return count;
}
