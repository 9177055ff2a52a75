import { Badge, BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { describeInboxReason } from "~/engagements/inbox-reason";
import { deliveryState } from "~/insights/delivery-state";
import type { DeliveryRecord } from "~/insights/find-delivery.server";
import { useShopIntl } from "~/ui/shop-intl";

/** What came of a delivery. */
export function DeliveryCard({ delivery }: { delivery: DeliveryRecord }) {
  const intl = useShopIntl();
  const { state, reason, engagementId, receivedAt, readAt, attempts, repeats } = delivery;
  const { label, tone } = deliveryState(state);
  const times = [
    intl.say("delivery.came_in", { moment: intl.moment(receivedAt) }),
    readAt ? intl.say("delivery.looked_at", { moment: intl.moment(readAt) }) : "",
    repeats > 0 ? intl.say("delivery.sent_again", { count: repeats }) : "",
    attempts > 0 ? intl.say("delivery.reading_failed", { count: attempts }) : "",
  ];
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {intl.say("delivery.outcome")}
          </Text>
          <Badge tone={tone}>{intl.say(label)}</Badge>
        </InlineStack>
        {reason ? (
          <Text as="p" breakWord>
            {intl.say(describeInboxReason(reason))}
          </Text>
        ) : null}
        {state === "waiting" ? <Text as="p">{intl.say("delivery.read_soon")}</Text> : null}
        {engagementId ? (
          <Link url={`/app/activity/engagements/${engagementId}`}>{intl.say("delivery.see_engagement")}</Link>
        ) : null}
        <Text as="p" tone="subdued">
          {times.filter((part) => part !== "").join(" · ")}
        </Text>
      </BlockStack>
    </Card>
  );
}
