import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData, useNavigation } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, ChoiceList, InlineStack, Page, Text } from "@shopify/polaris";
import { useState } from "react";
import { countCodes } from "~/codes/count-codes.server";
import { findCoupon } from "~/coupons/find-coupon.server";
import { deleteCoupon } from "~/rewards/delete-coupon.server";
import { OPEN_STATES } from "~/rewards/reward-state";
import { requireShop } from "~/shopify/require-shop.server";
import { codeShortage } from "~/ui/coupons/code-shortage";
import { readFields } from "~/ui/forms/read-fields";
import { SubmitForm } from "~/ui/forms/submit-form";
import { useWayBack } from "~/ui/list-places";
import { notFound } from "~/ui/not-found";
import { useShopIntl } from "~/ui/shop-intl";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db, app, intl } = await requireShop({ request, context });
  const coupon = await findCoupon(db, { couponId: params.couponId ?? "" });
  if (!coupon) throw notFound();
  const promised = await db.reward.count({ where: { couponId: coupon.id, state: { in: OPEN_STATES } } });
  const codes = (await countCodes(app.db, shop.id, [coupon.id])).get(coupon.id);
  const shortage = coupon.codeType === "dynamic" ? codeShortage({ promised, left: codes?.left ?? 0 }) : null;
  return {
    couponId: coupon.id,
    description: coupon.description,
    codeType: coupon.codeType,
    state: coupon.state,
    promised,
    shortage: shortage && intl.say(shortage),
  };
}

/** Deletes the coupon. Promises are kept unless the merchant says otherwise. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, app } = await requireShop({ request, context });
  const honour = (await readFields(request)).promises !== "end";
  const input = { shopId: shop.id, couponId: params.couponId ?? "", honour };
  const deleted = await deleteCoupon(app.db, input, app.now());
  switch (deleted.outcome) {
    case "deleted":
      return redirect("/app/coupons?deleted=1");
    case "not_found":
      throw notFound();
  }
}

/** Asks once more, and what becomes of rewards that were promised. */
export default function DeleteCoupon() {
  const { couponId, description, codeType, state, promised, shortage } = useLoaderData<typeof loader>();
  const intl = useShopIntl();
  const back = useWayBack("/app/coupons");
  const [promises, setPromises] = useState("honour");
  return (
    <Page
      narrowWidth
      title={intl.say("delete_coupon.title")}
      subtitle={description}
      backAction={{ content: intl.say("common.coupons"), url: back }}
    >
      <SubmitForm method="post">
        <Card>
          <BlockStack gap="400">
            <Text as="p">{intl.say("delete_coupon.what_happens", { codeType, state })}</Text>
            {promised > 0 ? (
              <ChoiceList
                title={intl.say("delete_coupon.promised", { count: promised })}
                name="promises"
                choices={[
                  { value: "honour", label: intl.say("delete_coupon.honour") },
                  {
                    value: "end",
                    label: intl.say("delete_coupon.end"),
                    helpText: intl.say("delete_coupon.end_help"),
                  },
                ]}
                selected={[promises]}
                onChange={([choice = "honour"]) => setPromises(choice)}
              />
            ) : null}
            {shortage !== null && promises === "honour" ? (
              <Banner
                tone="warning"
                action={{ content: intl.say("codes.add_codes"), url: `/app/coupons/${couponId}/codes` }}
              >
                {shortage}
              </Banner>
            ) : null}
            <InlineStack gap="300">
              <Button submit variant="primary" tone="critical" loading={useNavigation().state !== "idle"}>
                {intl.say("delete_coupon.title")}
              </Button>
              <Button url={back}>{intl.say("delete_coupon.keep")}</Button>
            </InlineStack>
          </BlockStack>
        </Card>
      </SubmitForm>
    </Page>
  );
}
