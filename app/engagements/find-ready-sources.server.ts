import type { ShopDatabase } from "~/platform/for-shop";

/**
 * Which sources next to Shopify a coupon may build on: Judge.me once it has its token, the events API once it was used. Whether the
 * token was the right one shows only when something arrives with it; until then the source counts as ready, not as connected.
 */
export async function findReadySources(db: ShopDatabase): Promise<{ judgeme: boolean; events: boolean }> {
  const rows = await db.sourceConnection.findMany({
    where: { OR: [{ lastReceivedAt: { not: null } }, { source: "judgeme", secret: { not: null } }] },
    select: { source: true },
  });
  const has = (source: string) => rows.some((row) => row.source === source);
  return { judgeme: has("judgeme"), events: has("events") };
}
