import type { Database } from "~/platform/database.server";
import { DEFAULT_THANK_YOU } from "./default-thank-you";
import { newestThankYous } from "./newest-thank-yous.server";

/** The thank-you email as the merchant saved it last; our words where nothing was saved yet. */
export async function findThankYou(
  db: Database,
  { shopId }: { shopId: number },
): Promise<{ subject: string; body: string }> {
  const saved = (await newestThankYous(db, { shopIds: [shopId] })).get(shopId);
  const { subject, body } = saved ?? DEFAULT_THANK_YOU;
  return { subject, body };
}
