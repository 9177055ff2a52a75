import type { ShopDatabase } from "~/platform/for-shop";
import type { InboxDelivery } from "~/platform/generated/client";
import { isId } from "~/platform/ids";

/** A delivery that spoke of an engagement. */
export type EngagementDelivery = Pick<InboxDelivery, "id" | "source" | "topic" | "state" | "receivedAt" | "repeats">;

const MOST = 20;

/**
 * What sources sent about an engagement, newest first, at most 20; null if the shop has no such engagement. There is no index for
 * it: it costs more the more deliveries the shop has, so a page asks for it only when somebody wants to see it.
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
