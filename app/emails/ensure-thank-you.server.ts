import type { ShopIntl } from "~/messages/shop-intl";
import type { Database, Transaction } from "~/platform/database.server";
import { defaultThankYou } from "./default-thank-you";
import { newestThankYous } from "./newest-thank-yous.server";
import { renderLayout } from "./render-layout";
import type { ThankYouTemplate } from "./render-thank-you";

/** The newest version of a shop's thank-you email; `body` is what the merchant wrote. */
export interface CurrentThankYou extends ThankYouTemplate {
  version: number;
  body: string;
}

/**
 * The shop's thank-you email as it goes out now. A shop that never saved one gets the default as version 1, so that
 * there is a saved version from the moment the email is on; of several first calls at once, one row stays.
 */
export async function ensureThankYou(
  db: Database | Transaction,
  input: { shopId: number; intl: ShopIntl },
  now: Date,
): Promise<CurrentThankYou> {
  const newestVersion = async () => (await newestThankYous(db, { shopIds: [input.shopId] })).get(input.shopId);
  const saved = await newestVersion();
  if (saved) return saved;
  const words = defaultThankYou(input.intl);
  const templates = await renderLayout({ ...words, intl: input.intl });
  const first = { shopId: input.shopId, version: 1, ...words, ...templates, createdAt: now };
  await db.thankYouEmail.createMany({ data: [first], skipDuplicates: true });
  return (await newestVersion()) ?? first;
}
