import type { ShopDatabase } from "~/platform/for-shop";
import { LINE, type ListedEngagement } from "./list-engagements.server";

/** What shoppers did last, newest first, as the Activity page lists it. */
export async function recentEngagements(db: ShopDatabase, { limit }: { limit: number }): Promise<ListedEngagement[]> {
  return db.engagement.findMany({
    where: { mergedIntoId: null },
    orderBy: [{ receivedAt: "desc" }, { id: "asc" }],
    take: limit,
    include: LINE,
  });
}
