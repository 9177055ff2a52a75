import type { ShopDatabase } from "~/platform/for-shop";
import type { Coupon, CouponState } from "~/platform/generated/client";
import { isId } from "~/platform/ids";

/** One coupon of the shop in one of these states; null for anything else, other shops' coupons among it. */
export async function findCoupon(
  db: ShopDatabase,
  { couponId, states = ["draft", "active", "paused"] }: { couponId: string; states?: CouponState[] },
): Promise<Coupon | null> {
  if (!isId(couponId)) return null;
  return db.coupon.findFirst({ where: { id: couponId, state: { in: states } } });
}
