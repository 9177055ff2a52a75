import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, Link, Text } from "@shopify/polaris";
import { deliveryState } from "~/insights/delivery-state";
import type { EngagementDelivery } from "~/insights/list-engagement-deliveries.server";
import { deliveryLabel } from "~/insights/source-label";
import { formatMoment } from "~/ui/format-moment";
import { quantity } from "~/ui/quantity";

/** What sources sent about the engagement, looked up when somebody asks. */
export function SentCard({ engagementId, timeZone }: { engagementId: string; timeZone: string }) {
  const fetcher = useFetcher<{ deliveries: EngagementDelivery[] }>();
  const deliveries = fetcher.data?.deliveries;
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          What was sent
        </Text>
        <Text as="p" tone="subdued">
          Each event a source sent about this, as it came in, without what may say who somebody is.
        </Text>
        {deliveries ? (
          deliveries.map((delivery) => <Line key={delivery.id} delivery={delivery} timeZone={timeZone} />)
        ) : (
          <Button
            loading={fetcher.state !== "idle"}
            onClick={() => fetcher.load(`/app/activity/deliveries/of/${engagementId}`)}
          >
            Show events
          </Button>
        )}
        {deliveries?.length === 0 ? <Text as="p">No event is kept that is about this.</Text> : null}
      </BlockStack>
    </Card>
  );
}

function Line({ delivery, timeZone }: { delivery: EngagementDelivery; timeZone: string }) {
  const { id, state, receivedAt, repeats } = delivery;
  return (
    <BlockStack>
      <Link url={`/app/activity/deliveries/${id}`}>
        {deliveryLabel(delivery)}, {formatMoment(receivedAt, timeZone)}
      </Link>
      <Text as="p" tone="subdued">
        {deliveryState(state).label}
        {repeats > 0 ? ` · sent again ${quantity(repeats, "time")}` : ""}
      </Text>
    </BlockStack>
  );
}
