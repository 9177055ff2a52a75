import type { Database } from "~/platform/database.server";
import type { InboxState } from "~/platform/generated/client";

/** What came to nothing, and may come to something when it is read once more. */
const RETRIED: InboxState[] = ["failed", "unreadable"];

/**
 * Has one delivery read again, with all its tries, by the same worker and under the same lock as when it came in. The caller
 * rings "read-inbox". `not_possible`: it was read already, or is just being read.
 */
export async function retryDelivery(
  db: Database,
  { shopId, id }: { shopId: number; id: bigint },
  now: Date,
): Promise<{ outcome: "waiting" | "not_possible" | "not_found" }> {
  const { count } = await db.inboxDelivery.updateMany({
    where: { shopId, id, state: { in: RETRIED } },
    data: { state: "waiting", attempts: 0, reason: null, nextTryAt: now },
  });
  if (count > 0) return { outcome: "waiting" };
  const exists = await db.inboxDelivery.count({ where: { shopId, id } });
  return { outcome: exists > 0 ? "not_possible" : "not_found" };
}
