import type { ShopIntl } from "~/messages/shop-intl";
import type { Database, Transaction } from "~/platform/database.server";
import { defaultThankYou } from "./default-thank-you";
import { newestThankYous } from "./newest-thank-yous.server";

/** The thank-you email as the merchant saved it last; our words, as version 0, where nothing was saved yet. */
export async function findThankYou(
  db: Database | Transaction,
  { shopId, intl }: { shopId: number; intl: ShopIntl },
): Promise<{ version: number; subject: string; body: string }> {
  const saved = (await newestThankYous(db, { shopIds: [shopId] })).get(shopId);
  const { version, subject, body } = saved ?? { version: 0, ...defaultThankYou(intl) };
  return { version, subject, body };
}
