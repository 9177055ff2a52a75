import { BlockStack, Text } from "@shopify/polaris";
import type { ListedConnection } from "~/engagements/list-connections.server";
import { formatMoment } from "~/ui/format-moment";

/** A source as this page gets it: the secret stays on the server until it is asked for. */
export type ShownConnection = Omit<ListedConnection, "secret"> & { hasSecret: boolean };

/** When something came last, and how much was turned away. */
export function ConnectionStatus({ connection, timeZone }: { connection: ShownConnection; timeZone: string }) {
  const { lastReceivedAt, refusedCount, lastRefusedAt } = connection;
  if (!lastReceivedAt && refusedCount === 0) return null;
  return (
    <BlockStack gap="100">
      {lastReceivedAt ? (
        <Text as="p" tone="subdued">
          Last received: {formatMoment(lastReceivedAt, timeZone)}
        </Text>
      ) : null}
      {refusedCount > 0 ? (
        <Text as="p" tone="critical">
          {refusedCount} {refusedCount === 1 ? "delivery was" : "deliveries were"} turned away because the signature did
          not match
          {lastRefusedAt ? `, the last on ${formatMoment(lastRefusedAt, timeZone)}` : ""}. Check that the same token or
          secret stands on both sides.
        </Text>
      ) : null}
    </BlockStack>
  );
}
