import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Card, DescriptionList, Text } from "@shopify/polaris";
import { findCoupon } from "~/coupons/find-coupon.server";
import { listSentCodes } from "~/insights/list-sent-codes.server";
import { readSentCodesFilter } from "~/insights/sent-codes-filter";
import { countCodesLeft } from "~/rewards/count-codes-left.server";
import { requireShop } from "~/shopify/require-shop.server";
import { couponFacts } from "~/ui/coupons/coupon-facts";
import { useWayBack } from "~/ui/list-places";
import { notFound } from "~/ui/not-found";
import { SentCodesPage } from "~/ui/sent-codes/sent-codes-page";
import { useShopIntl } from "~/ui/shop-intl";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const coupon = await findCoupon(db, {
    couponId: params.couponId ?? "",
    states: ["active", "paused", "deleted"],
  });
  if (!coupon) throw notFound();
  const query = new URL(request.url).searchParams;
  const filter = readSentCodesFilter(query);
  const { timeZone } = shop;
  const place = { after: query.get("after"), before: query.get("before") };
  const [page, codes] = await Promise.all([
    listSentCodes(app.db, { shopId: shop.id, couponId: coupon.id, timeZone, ...filter, ...place }),
    countCodesLeft(app.db, shop.id, [coupon.id]),
  ]);
  return { page, filter, coupon, codesLeft: codes.get(coupon.id)?.left ?? 0 };
}

/** What one coupon does, and its sent codes. */
export default function CouponSentCodes() {
  const { page, filter, coupon, codesLeft } = useLoaderData<typeof loader>();
  const intl = useShopIntl();
  const { engagement, code, expiration } = couponFacts(intl, coupon, codesLeft);
  const shown = { page, filter, couponId: coupon.id };
  return (
    <SentCodesPage subtitle={coupon.description} backUrl={useWayBack("/app/coupons")} {...shown}>
      <Card>
        <Text as="h2" variant="headingMd">
          {intl.say("sent_codes.what_coupon_does")}
        </Text>
        <DescriptionList items={[...engagement, ...code, ...expiration]} />
      </Card>
    </SentCodesPage>
  );
}
