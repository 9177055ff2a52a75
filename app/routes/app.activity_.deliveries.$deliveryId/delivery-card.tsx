import { Badge, BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { describeInboxReason } from "~/engagements/inbox-reason";
import { deliveryState } from "~/insights/delivery-state";
import type { DeliveryRecord } from "~/insights/find-delivery.server";
import { formatMoment } from "~/ui/format-moment";
import { quantity } from "~/ui/quantity";

/** What came of a delivery. */
export function DeliveryCard({ delivery, timeZone }: { delivery: DeliveryRecord; timeZone: string }) {
  const { state, reason, engagementId, receivedAt, readAt, attempts, repeats } = delivery;
  const { label, tone } = deliveryState(state);
  const times = [
    `Came in ${formatMoment(receivedAt, timeZone)}`,
    readAt ? `looked at ${formatMoment(readAt, timeZone)}` : "",
    repeats > 0 ? `sent again ${quantity(repeats, "time")}` : "",
    attempts > 0 ? `reading failed ${quantity(attempts, "time")}` : "",
  ];
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            What came of it
          </Text>
          <Badge tone={tone}>{label}</Badge>
        </InlineStack>
        {reason ? (
          <Text as="p" breakWord>
            {describeInboxReason(reason)}
          </Text>
        ) : null}
        {state === "waiting" ? <Text as="p">It is read within seconds. This page shows what comes of it.</Text> : null}
        {engagementId ? (
          <Link url={`/app/activity/engagements/${engagementId}`}>See the engagement it is about</Link>
        ) : null}
        <Text as="p" tone="subdued">
          {times.filter((part) => part !== "").join(" · ")}
        </Text>
      </BlockStack>
    </Card>
  );
}
