import type { Database } from "~/platform/database.server";

/** Takes the setup guide off Home for good. */
export async function closeSetupGuide(
  db: Database,
  { shopId }: { shopId: number },
  now: Date,
): Promise<{ outcome: "closed" }> {
  await db.shop.update({ where: { id: shopId }, data: { setupGuideClosedAt: now } });
  return { outcome: "closed" };
}
