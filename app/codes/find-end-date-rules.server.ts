import type { Database } from "~/platform/database.server";
import type { EndDateRules } from "./code-end-date";

/** The days that end dates in a file for this coupon are compared with; null when the shop has no such coupon. */
export async function findEndDateRules(
  db: Database,
  { shopId, couponId }: { shopId: number; couponId: string },
  now: Date,
): Promise<EndDateRules | null> {
  const coupon = await db.coupon.findFirst({
    where: { shopId, id: couponId },
    select: { expiresOn: true, shop: { select: { timeZone: true } } },
  });
  if (!coupon) return null;
  // The Swedish locale writes dates as yyyy-mm-dd (CLDR).
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: coupon.shop.timeZone, dateStyle: "short" }).format(now);
  return { today, couponExpiresOn: coupon.expiresOn?.toISOString().slice(0, 10) ?? null };
}
