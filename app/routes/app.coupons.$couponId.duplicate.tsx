import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { duplicateCoupon } from "~/coupons/duplicate-coupon.server";
import { requireShop } from "~/shopify/require-shop.server";
import { notFound } from "~/ui/not-found";

/** Begins a draft like this coupon, and opens its first step. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { db, app, intl } = await requireShop({ request, context });
  const made = await duplicateCoupon(db, { couponId: params.couponId ?? "", intl }, app.now());
  switch (made.outcome) {
    case "duplicated":
      return redirect(`/app/coupons/${made.couponId}/engagement`);
    case "not_found":
      throw notFound();
  }
}
