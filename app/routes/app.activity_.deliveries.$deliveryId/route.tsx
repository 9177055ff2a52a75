import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Banner, BlockStack, Box, Page } from "@shopify/polaris";
import { retryDelivery } from "~/engagements/retry-delivery.server";
import { isDeliveryId } from "~/insights/delivery-id";
import { findDelivery } from "~/insights/find-delivery.server";
import { deliveryLabel } from "~/insights/source-label";
import { requireShop } from "~/shopify/require-shop.server";
import { useSubmitter } from "~/ui/forms/use-submitter";
import { useWayBack } from "~/ui/list-places";
import { notFound } from "~/ui/not-found";
import { useShopIntl } from "~/ui/shop-intl";
import { TimesNote } from "~/ui/times-note";
import { useFreshData } from "~/ui/use-fresh-data";
import { useToast } from "~/ui/use-toast";
import { BodyCard } from "./body-card";
import { DeliveryCard } from "./delivery-card";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { db } = await requireShop({ request, context });
  const delivery = await findDelivery(db, { deliveryId: params.deliveryId ?? "" });
  if (!delivery) throw notFound();
  return { delivery };
}

/** Has the delivery read again. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, app, intl } = await requireShop({ request, context });
  const { deliveryId = "" } = params;
  if (!isDeliveryId(deliveryId)) throw notFound();
  const retried = await retryDelivery(app.db, { shopId: shop.id, id: BigInt(deliveryId) }, app.now());
  switch (retried.outcome) {
    case "waiting":
      await app.queue.ring("read-inbox");
      return { message: intl.say("delivery.is_read_again") };
    case "not_possible":
      return data({ problem: intl.say("delivery.was_read_meanwhile") }, 422);
    case "not_found":
      throw notFound();
  }
}

/** What a source sent, for inspection: what came of it, and its body without what may say who somebody is. */
export default function DeliveryPage() {
  const { delivery } = useLoaderData<typeof loader>();
  const intl = useShopIntl();
  const back = useWayBack("/app/activity", "/app/activity?show=problem");
  const fetcher = useSubmitter<{ message?: string; problem?: string }>();
  useToast(fetcher.data);
  useFreshData();
  const canRunAgain = delivery.state === "failed" || delivery.state === "unreadable";
  const runAgain = {
    content: intl.say("delivery.run_again"),
    loading: fetcher.state !== "idle",
    onAction: () => fetcher.submit(null, { method: "post" }),
  };
  return (
    <Page
      narrowWidth
      title={intl.say(deliveryLabel(delivery))}
      backAction={{ content: intl.say("activity.title"), url: back }}
      primaryAction={canRunAgain ? runAgain : undefined}
    >
      <BlockStack gap="400">
        {fetcher.data?.problem ? <Banner tone="critical">{fetcher.data.problem}</Banner> : null}
        <DeliveryCard delivery={delivery} />
        <BodyCard body={delivery.body} size={delivery.size} />
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <TimesNote />
        </Box>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
