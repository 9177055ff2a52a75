import type { ShopIntl } from "~/messages/shop-intl";
import type { Database } from "~/platform/database.server";
import { ensureThankYou } from "./ensure-thank-you.server";

/**
 * Turns the thank-you email on or off. What happened while it was off earns nothing, so it counts from the moment it is
 * turned on; turning on what is on changes nothing. A shop that never saved a text sends ours.
 */
export async function switchThankYou(
  db: Database,
  { shopId, isOn, intl }: { shopId: number; isOn: boolean; intl: ShopIntl },
  now: Date,
): Promise<{ outcome: "on" | "off" }> {
  if (!isOn) {
    await db.shop.update({ where: { id: shopId }, data: { thankYouEmailSince: null } });
    return { outcome: "off" };
  }
  await ensureThankYou(db, { shopId, intl }, now);
  await db.shop.updateMany({ where: { id: shopId, thankYouEmailSince: null }, data: { thankYouEmailSince: now } });
  return { outcome: "on" };
}
