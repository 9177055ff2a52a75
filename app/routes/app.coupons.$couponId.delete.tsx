import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData, useNavigation } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, ChoiceList, InlineStack, Page, Text } from "@shopify/polaris";
import { useState } from "react";
import { countCodes } from "~/codes/count-codes.server";
import { findCoupon } from "~/coupons/find-coupon.server";
import { deleteCoupon } from "~/rewards/delete-coupon.server";
import { OPEN_STATES } from "~/rewards/reward-state";
import { requireShop } from "~/shopify/require-shop.server";
import { codeShortage } from "~/ui/code-shortage";
import { notFound } from "~/ui/not-found";
import { readFields } from "~/ui/read-fields";
import { SubmitForm } from "~/ui/submit-form";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const coupon = await findCoupon(db, { couponId: params.couponId ?? "" });
  if (!coupon) throw notFound();
  const promised = await db.reward.count({ where: { couponId: coupon.id, state: { in: OPEN_STATES } } });
  const codes = (await countCodes(app.db, shop.id, [coupon.id])).get(coupon.id);
  const shortage = coupon.codeType === "dynamic" ? codeShortage({ promised, left: codes?.left ?? 0 }) : null;
  return { couponId: coupon.id, description: coupon.description, codeType: coupon.codeType, promised, shortage };
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
  const { couponId, description, codeType, promised, shortage } = useLoaderData<typeof loader>();
  const [promises, setPromises] = useState("honour");
  return (
    <Page
      narrowWidth
      title="Delete coupon"
      subtitle={description}
      backAction={{ content: "Coupons", url: "/app/coupons" }}
    >
      <SubmitForm method="post">
        <Card>
          <BlockStack gap="400">
            <Text as="p">
              The coupon is not given any more. The record of sent codes stays.
              {codeType === "dynamic"
                ? " Codes that nobody has or was promised are taken out; you can upload them again for another coupon."
                : ""}
            </Text>
            {promised > 0 ? (
              <ChoiceList
                title={`${promised} ${promised === 1 ? "shopper was" : "shoppers were"} promised this coupon and did not get it yet`}
                name="promises"
                choices={[
                  { value: "honour", label: "Still send it to them" },
                  { value: "end", label: "Send nothing", helpText: "They earned the coupon and will not get it." },
                ]}
                selected={[promises]}
                onChange={([choice = "honour"]) => setPromises(choice)}
              />
            ) : null}
            {shortage !== null && promises === "honour" ? (
              <Banner tone="warning" action={{ content: "Add codes", url: `/app/coupons/${couponId}/codes` }}>
                {shortage}
              </Banner>
            ) : null}
            <InlineStack gap="300">
              <Button submit variant="primary" tone="critical" loading={useNavigation().state !== "idle"}>
                Delete coupon
              </Button>
              <Button url="/app/coupons">Keep it</Button>
            </InlineStack>
          </BlockStack>
        </Card>
      </SubmitForm>
    </Page>
  );
}
