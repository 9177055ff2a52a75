import type { ShopDatabase } from "~/platform/for-shop";
import { DEFAULT_THANK_YOU } from "./default-thank-you";

/** The thank-you email as the merchant saved it last; our words where nothing was saved yet. */
export async function findThankYou(db: ShopDatabase): Promise<{ subject: string; body: string }> {
  const saved = await db.thankYouEmail.findFirst({
    orderBy: { version: "desc" },
    select: { subject: true, body: true },
  });
  return saved ?? { ...DEFAULT_THANK_YOU };
}
