import type { ShopDatabase } from "~/platform/for-shop";
import type { Prisma } from "~/platform/generated/client";

const SHOWN = {
  recipient: { select: { value: true, name: true } },
  decisions: { orderBy: { decidedAt: "desc" }, take: 1 },
  rewards: {
    orderBy: { promisedAt: "desc" },
    select: { id: true, state: true, sendAt: true, settledAt: true, reason: true, description: true },
  },
} as const satisfies Prisma.EngagementInclude;

/** An engagement with its newest decision and its rewards, newest first. */
export type RecentEngagement = Prisma.EngagementGetPayload<{ include: typeof SHOWN }>;

/** What shoppers did last, newest first. Facts that turned out to be part of another are left out. */
export async function recentEngagements(db: ShopDatabase, { limit }: { limit: number }): Promise<RecentEngagement[]> {
  return db.engagement.findMany({
    where: { mergedIntoId: null },
    orderBy: [{ receivedAt: "desc" }, { id: "asc" }],
    take: limit,
    include: SHOWN,
  });
}
