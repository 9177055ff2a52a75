import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Card, DescriptionList, Text } from "@shopify/polaris";
import { countCodes } from "~/codes/count-codes.server";
import { findCoupon } from "~/coupons/find-coupon.server";
import { listSentCodes } from "~/insights/list-sent-codes.server";
import { requireShop } from "~/shopify/require-shop.server";
import { couponFacts } from "~/ui/coupon-facts";
import { notFound } from "~/ui/not-found";
import { SentCodesPage } from "~/ui/sent-codes-page";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const coupon = await findCoupon(db, {
    couponId: params.couponId ?? "",
    states: ["active", "paused", "deleted"],
  });
  if (!coupon) throw notFound();
  const query = new URL(request.url).searchParams;
  const asked = { shopId: shop.id, couponId: coupon.id, after: query.get("after"), before: query.get("before") };
  const codes = (await countCodes(app.db, shop.id, [coupon.id])).get(coupon.id);
  return { page: await listSentCodes(app.db, asked), coupon, codesLeft: codes?.left ?? 0, timeZone: shop.timeZone };
}

/** What one coupon does, and its sent codes. */
export default function CouponSentCodes() {
  const { page, coupon, codesLeft, timeZone } = useLoaderData<typeof loader>();
  const { engagement, code, expiration } = couponFacts(coupon, codesLeft, timeZone);
  return (
    <SentCodesPage subtitle={coupon.description} backUrl="/app/coupons" page={page} timeZone={timeZone}>
      <Card>
        <Text as="h2" variant="headingMd">
          What this coupon does
        </Text>
        <DescriptionList items={[...engagement, ...code, ...expiration]} />
      </Card>
    </SentCodesPage>
  );
}
