import { redirect } from "@remix-run/node";
import { findCoupon } from "~/coupons/find-coupon.server";
import type { ShopDatabase } from "~/platform/for-shop";
import { notFound } from "../not-found";

/**
 * The answer where a coupon is not in the state a page needs: another tab, or the same one before the browser's Back, may have
 * deleted it (410) or created it (409), or it is a draft still (its first step). 404 for a coupon that is not this shop's.
 */
export async function missingCoupon(db: ShopDatabase, couponId: string): Promise<Response> {
  const coupon = await findCoupon(db, { couponId, states: ["draft", "active", "paused", "deleted"] });
  if (!coupon) return notFound();
  if (coupon.state === "deleted") return new Response("The coupon was deleted", { status: 410 });
  if (coupon.state === "draft") return redirect(`/app/coupons/${couponId}/engagement`);
  return new Response("The coupon is already created", { status: 409 });
}
