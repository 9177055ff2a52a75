import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCoupon } from "~/coupons/find-coupon.server";
import { listSentCodes } from "~/insights/list-sent-codes.server";
import { requireShop } from "~/shopify/require-shop.server";
import { notFound } from "~/ui/not-found";
import { SentCodesPage } from "~/ui/sent-codes-page";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db } = await requireShop({ request, context });
  const coupon = await findCoupon(db, {
    couponId: params.couponId ?? "",
    states: ["active", "paused", "deleted"],
  });
  if (!coupon) throw notFound();
  const query = new URL(request.url).searchParams;
  const asked = { couponId: coupon.id, after: query.get("after"), before: query.get("before") };
  return { page: await listSentCodes(db, asked), description: coupon.description, timeZone: shop.timeZone };
}

/** Sent codes of one coupon. */
export default function CouponSentCodes() {
  const { page, description, timeZone } = useLoaderData<typeof loader>();
  return <SentCodesPage subtitle={description} backUrl="/app/coupons" page={page} timeZone={timeZone} />;
}
