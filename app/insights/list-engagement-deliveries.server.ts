import type { ShopDatabase } from "~/platform/for-shop";
import type { InboxDelivery } from "~/platform/generated/client";
import { isId } from "~/platform/ids";

/** A delivery that spoke of an engagement. */
export type EngagementDelivery = Pick<InboxDelivery, "id" | "source" | "topic" | "state" | "receivedAt" | "repeats">;

const MOST = 20;

/**
 * What sources sent about an engagement, newest first, at most 20; null if the shop has no such engagement. Most who look
 * at an engagement do not ask for it, so its page leaves it to a click.
 */
export async function listEngagementDeliveries(
  db: ShopDatabase,
  { engagementId }: { engagementId: string },
): Promise<EngagementDelivery[] | null> {
  if (!isId(engagementId)) return null;
  if ((await db.engagement.count({ where: { id: engagementId } })) === 0) return null;
  return db.inboxDelivery.findMany({
    where: { engagementId },
    orderBy: { id: "desc" },
    take: MOST,
    select: { id: true, source: true, topic: true, state: true, receivedAt: true, repeats: true },
  });
}
