import { shopDay } from "~/coupons/coupon-end";
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
  const dayOf = (date: Date) => date.toISOString().slice(0, 10);
  const { expiresOn, shop } = coupon;
  return { today: dayOf(shopDay(now, shop.timeZone)), couponExpiresOn: expiresOn && dayOf(expiresOn) };
}
