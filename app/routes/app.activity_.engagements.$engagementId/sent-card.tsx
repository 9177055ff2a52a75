import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, Link, Text } from "@shopify/polaris";
import { deliveryState } from "~/insights/delivery-state";
import type { EngagementDelivery } from "~/insights/list-engagement-deliveries.server";
import { deliveryLabel } from "~/insights/source-label";
import { useShopIntl } from "~/ui/shop-intl";

/** What sources sent about the engagement, looked up when somebody asks. */
export function SentCard({ engagementId }: { engagementId: string }) {
  const intl = useShopIntl();
  const fetcher = useFetcher<{ deliveries: EngagementDelivery[] }>();
  const deliveries = fetcher.data?.deliveries;
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {intl.say("engagement_page.sent")}
        </Text>
        <Text as="p" tone="subdued">
          {intl.say("engagement_page.sent_note")}
        </Text>
        {deliveries ? (
          deliveries.map((delivery) => <Line key={delivery.id} delivery={delivery} />)
        ) : (
          <Button
            loading={fetcher.state !== "idle"}
            onClick={() => fetcher.load(`/app/activity/deliveries/of/${engagementId}`)}
          >
            {intl.say("engagement_page.show_events")}
          </Button>
        )}
        {deliveries?.length === 0 ? <Text as="p">{intl.say("engagement_page.no_events")}</Text> : null}
      </BlockStack>
    </Card>
  );
}

function Line({ delivery }: { delivery: EngagementDelivery }) {
  const intl = useShopIntl();
  const { id, state, receivedAt, repeats } = delivery;
  return (
    <BlockStack>
      <Link url={`/app/activity/deliveries/${id}`}>
        {intl.say("engagement_page.event", { event: deliveryLabel(delivery), moment: intl.moment(receivedAt) })}
      </Link>
      <Text as="p" tone="subdued">
        {intl.say(deliveryState(state).label)}
        {repeats > 0 ? ` · ${intl.say("delivery.sent_again", { count: repeats })}` : ""}
      </Text>
    </BlockStack>
  );
}
