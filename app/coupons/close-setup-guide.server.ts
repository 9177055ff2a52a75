import type { Database } from "~/platform/database.server";

/** Takes the setup guide off Home for good. */
export async function closeSetupGuide(db: Database, { shopId }: { shopId: number }, now: Date): Promise<void> {
  await db.shop.update({ where: { id: shopId }, data: { setupGuideClosedAt: now } });
}
