import { BlockStack, Text } from "@shopify/polaris";
import type { ListedConnection } from "~/engagements/list-connections.server";
import { useShopIntl } from "~/ui/shop-intl";

/** A source as this page gets it: the secret stays on the server until it is asked for. */
export type ShownConnection = Omit<ListedConnection, "secret"> & { hasSecret: boolean };

/** When something came last, and how much was turned away. */
export function ConnectionStatus({ connection }: { connection: ShownConnection }) {
  const intl = useShopIntl();
  const { lastReceivedAt, refusedCount, lastRefusedAt } = connection;
  if (!lastReceivedAt && refusedCount === 0) return null;
  return (
    <BlockStack gap="100">
      {lastReceivedAt ? (
        <Text as="p" tone="subdued">
          {intl.say("sources.last_received", { moment: intl.moment(lastReceivedAt) })}
        </Text>
      ) : null}
      {refusedCount > 0 ? (
        <Text as="p" tone="critical">
          {lastRefusedAt
            ? intl.say("sources.turned_away_last", { count: refusedCount, moment: intl.moment(lastRefusedAt) })
            : intl.say("sources.turned_away", { count: refusedCount })}
        </Text>
      ) : null}
    </BlockStack>
  );
}
