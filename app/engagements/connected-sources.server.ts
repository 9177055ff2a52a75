import type { ShopDatabase } from "~/platform/for-shop";

/** Which sources next to Shopify can report engagements: Judge.me once it has its token, the events API once it was used. */
export async function connectedSources(db: ShopDatabase): Promise<{ judgeme: boolean; events: boolean }> {
  const rows = await db.sourceConnection.findMany({
    where: { OR: [{ lastReceivedAt: { not: null } }, { source: "judgeme", secret: { not: null } }] },
    select: { source: true },
  });
  const has = (source: string) => rows.some((row) => row.source === source);
  return { judgeme: has("judgeme"), events: has("events") };
}
