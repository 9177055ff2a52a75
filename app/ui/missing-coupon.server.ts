import { redirect } from "@remix-run/node";
import { findCoupon } from "~/coupons/find-coupon.server";
import type { ShopDatabase } from "~/platform/for-shop";
import { notFound } from "./not-found";

/**
 * The answer where a coupon is not in the state a page needs: another tab may have deleted it (410), made it live or left it a
 * draft (its own page). 404 for a coupon that is not this shop's.
 */
export async function missingCoupon(db: ShopDatabase, couponId: string): Promise<Response> {
  const coupon = await findCoupon(db, { couponId, states: ["draft", "active", "paused", "deleted"] });
  if (!coupon) return notFound();
  if (coupon.state === "deleted") return new Response("The coupon was deleted", { status: 410 });
  return redirect(`/app/coupons/${couponId}/${coupon.state === "draft" ? "engagement" : "edit"}`);
}
