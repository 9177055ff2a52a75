import type { Database } from "~/platform/database.server";
import type { ShopSettings } from "./settings-form";

/** Saves the rules of a shop. They count for what is decided from now on. */
export async function saveSettings(
  db: Database,
  { shopId, settings }: { shopId: number; settings: ShopSettings },
): Promise<void> {
  await db.shop.update({ where: { id: shopId }, data: settings });
}
