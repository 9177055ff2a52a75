import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Page } from "@shopify/polaris";
import { listUploads } from "~/codes/list-uploads.server";
import { findCoupon } from "~/coupons/find-coupon.server";
import { countCodesLeft } from "~/rewards/count-codes-left.server";
import { requireShop } from "~/shopify/require-shop.server";
import { useWayBack } from "~/ui/list-places";
import { notFound } from "~/ui/not-found";
import { useShopIntl } from "~/ui/shop-intl";
import { CodeUpload } from "~/ui/uploads/code-upload";
import { readBefore } from "~/ui/uploads/read-before";
import { UploadHistory } from "~/ui/uploads/upload-history";
import { useFreshData } from "~/ui/use-fresh-data";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const coupon = await findCoupon(db, { couponId: params.couponId ?? "" });
  if (coupon?.codeType !== "dynamic") throw notFound();
  const before = readBefore(request);
  const [codes, uploads] = await Promise.all([
    countCodesLeft(app.db, shop.id, [coupon.id]),
    listUploads(app.db, { shopId: shop.id, couponId: coupon.id, before }),
  ]);
  const { id: couponId, description } = coupon;
  return { couponId, description, codes: codes.get(couponId), uploads, before };
}

/** More codes for a coupon that is live already. Rewards that wait for a code go out as soon as there is one. */
export default function AddCodes() {
  const { couponId, description, codes, uploads, before } = useLoaderData<typeof loader>();
  const intl = useShopIntl();
  const back = useWayBack("/app/coupons");
  useFreshData();
  return (
    <Page
      narrowWidth
      title={intl.say("codes.add_codes")}
      subtitle={description}
      backAction={{ content: intl.say("common.coupons"), url: back }}
    >
      <BlockStack gap="400">
        <CodeUpload couponId={couponId} codesLeft={codes?.left ?? 0} toReplace={codes} />
        <UploadHistory page={uploads} before={before} />
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
