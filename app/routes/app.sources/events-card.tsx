import { useFetcher } from "@remix-run/react";
import { Badge, BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { type ReactNode, useEffect } from "react";
import { CopyField } from "~/ui/copy-field";
import { formatMoment } from "~/ui/format-moment";
import { useSubmitter } from "~/ui/use-submitter";
import { ConfirmedButton } from "./confirmed-button";
import { ConnectionStatus, type ShownConnection } from "./connection-status";

const SECRETS = "/app/api/sources";

interface EventsCardProps {
  connection: ShownConnection;
  timeZone: string;
  schemaUrl: string;
  /** What went wrong. */
  children: ReactNode;
}

/** Other senders, which use the events API: URL and secret for whatever else a merchant wants to send from. */
export function EventsCard({ connection, timeZone, schemaUrl, children }: EventsCardProps) {
  const { previousSecretUntil } = connection;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            Other apps and systems
          </Text>
          <Badge tone={connection.lastReceivedAt ? "success" : undefined}>
            {connection.lastReceivedAt ? "Connected" : "Nothing received yet"}
          </Badge>
        </InlineStack>
        <Text as="p">
          Another review app or a system of your own can tell Laurel what shoppers do. Give the address and the secret
          to whoever looks after it. You need nothing here for Shopify or Judge.me.
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
        <ForDevelopers schemaUrl={schemaUrl} />
      </BlockStack>
    </Card>
  );
}

function ForDevelopers({ schemaUrl }: { schemaUrl: string }) {
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        For developers
      </Text>
      <Text as="p" tone="subdued">
        Events API: post each engagement as JSON to the events URL, signed as{" "}
        <Link url="https://www.standardwebhooks.com" target="_blank">
          Standard Webhooks
        </Link>{" "}
        describes. The{" "}
        <Link url={schemaUrl} target="_blank">
          JSON Schema
        </Link>{" "}
        says what an event contains.
      </Text>
    </BlockStack>
  );
}

const ROTATE = {
  title: "Make a new secret?",
  text: "Put the new secret into every system that sends events. The old one is accepted for one more hour; after that, events signed with it are turned away.",
  confirm: "Make it now",
};

/** The secret, once the merchant asks for it or makes a new one. */
function Secret() {
  const sources = useFetcher<{ events: { secret: string } }>();
  const { load } = sources;
  const rotation = useSubmitter<{ message?: string }>();
  const secret = sources.data?.events.secret;
  const isNew = rotation.data?.message !== undefined;
  useEffect(() => {
    if (isNew) load(SECRETS);
  }, [isNew, load]);
  const rotate = () => rotation.submit({ intent: "rotate-events-secret" }, { method: "post" });
  return (
    <BlockStack gap="300">
      {secret ? (
        <CopyField
          label="Signing secret"
          value={secret}
          helpText={isNew ? "This is the new secret. Put it into every system that sends events." : undefined}
        />
      ) : null}
      <InlineStack gap="300">
        {secret ? null : (
          <Button onClick={() => load(SECRETS)} loading={sources.state !== "idle"}>
            Show signing secret
          </Button>
        )}
        <ConfirmedButton
          label="Make a new secret"
          isBusy={rotation.state !== "idle"}
          question={ROTATE}
          onConfirm={rotate}
        />
      </InlineStack>
    </BlockStack>
  );
}
