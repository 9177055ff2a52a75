import type { ActionFunctionArgs } from "@remix-run/node";
import { pauseCoupons } from "~/coupons/pause-coupons.server";
import { requireShop } from "~/shopify/require-shop.server";
import { missingCoupon } from "~/ui/coupons/missing-coupon.server";
import { readFields } from "~/ui/forms/read-fields";

/** Pauses the coupon, or resumes it where `paused` is not "on". Answers with a sentence to show. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, db, app, intl } = await requireShop({ request, context });
  const paused = (await readFields(request)).paused === "on";
  const couponId = params.couponId ?? "";
  const input = { shopId: shop.id, couponIds: [couponId], paused };
  const result = await pauseCoupons(app.db, input, app.now());
  switch (result.outcome) {
    case "changed":
      return { message: paused ? intl.say("coupons.is_paused") : intl.say("coupons.is_resumed") };
    case "not_found":
      throw await missingCoupon(db, couponId);
  }
}
