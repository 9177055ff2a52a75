import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { CopyField } from "~/ui/copy-field";
import { formatMoment } from "~/ui/format-moment";
import { useToast } from "~/ui/use-toast";
import { ConnectionStatus, type ShownConnection } from "./connection-status";

interface EventsCardProps {
  connection: ShownConnection;
  timeZone: string;
  schemaUrl: string;
  /** What went wrong. */
  children: ReactNode;
}

/** The events API: URL and secret for whatever else a merchant wants to send from. */
export function EventsCard({ connection, timeZone, schemaUrl, children }: EventsCardProps) {
  const { previousSecretUntil } = connection;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Events API
        </Text>
        <Text as="p">
          For other review apps and your own systems: send each engagement as JSON, signed as{" "}
          <Link url="https://www.standardwebhooks.com" target="_blank">
            Standard Webhooks
          </Link>{" "}
          describes. The{" "}
          <Link url={schemaUrl} target="_blank">
            JSON Schema
          </Link>{" "}
          says what an event contains.
        </Text>
        <CopyField label="Events URL" value={connection.url} />
        <Secret />
        {previousSecretUntil ? (
          <Text as="p" tone="subdued">
            The secret before this one is accepted until {formatMoment(previousSecretUntil, timeZone)}.
          </Text>
        ) : null}
        <ConnectionStatus connection={connection} timeZone={timeZone} />
        {children}
      </BlockStack>
    </Card>
  );
}

/** The secret, once the merchant asks for it, and the way to a new one. */
function Secret() {
  const sources = useFetcher<{ events: { secret: string } }>();
  const rotation = useFetcher<{ message?: string }>();
  useToast(rotation.data);
  const secret = sources.data?.events.secret;
  const reveal = () => sources.load("/app/api/sources");
  const rotate = () => rotation.submit({ intent: "rotate-events-secret" }, { method: "post" });
  return (
    <BlockStack gap="300">
      {secret ? <CopyField label="Signing secret" value={secret} /> : null}
      <InlineStack gap="300">
        {secret ? null : (
          <Button onClick={reveal} loading={sources.state !== "idle"}>
            Show signing secret
          </Button>
        )}
        <Button onClick={rotate} loading={rotation.state !== "idle"}>
          Make a new secret
        </Button>
      </InlineStack>
      <Text as="p" tone="subdued">
        After a new secret is made, the old one is accepted for another hour.
      </Text>
    </BlockStack>
  );
}
