import { useFetcher } from "@remix-run/react";
import { Badge, BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { type ReactNode, useEffect } from "react";
import type { ShopIntl } from "~/messages/shop-intl";
import { CopyField } from "~/ui/copy-field";
import { useSubmitter } from "~/ui/forms/use-submitter";
import { useShopIntl } from "~/ui/shop-intl";
import { ConfirmedButton } from "./confirmed-button";
import { ConnectionStatus, type ShownConnection } from "./connection-status";

const SECRETS = "/app/api/sources";

interface EventsCardProps {
  connection: ShownConnection;
  schemaUrl: string;
  /** What went wrong. */
  children: ReactNode;
}

/** Other senders, which use the events API: URL and secret for whatever else a merchant wants to send from. */
export function EventsCard({ connection, schemaUrl, children }: EventsCardProps) {
  const intl = useShopIntl();
  const { previousSecretUntil } = connection;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {intl.say("events_source.title")}
          </Text>
          <Badge tone={connection.lastReceivedAt ? "success" : undefined}>
            {intl.say(connection.lastReceivedAt ? "sources.connected" : "events_source.nothing_received")}
          </Badge>
        </InlineStack>
        <Text as="p">{intl.say("events_source.explanation")}</Text>
        <CopyField label={intl.say("events_source.url")} value={connection.url} />
        <Secret />
        {previousSecretUntil ? (
          <Text as="p" tone="subdued">
            {intl.say("events_source.old_secret", { moment: intl.moment(previousSecretUntil) })}
          </Text>
        ) : null}
        <ConnectionStatus connection={connection} />
        {children}
        <ForDevelopers schemaUrl={schemaUrl} />
      </BlockStack>
    </Card>
  );
}

function ForDevelopers({ schemaUrl }: { schemaUrl: string }) {
  const intl = useShopIntl();
  const link = (url: string) => (inner: ReactNode[]) => (
    <Link key={url} url={url} target="_blank">
      {inner}
    </Link>
  );
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {intl.say("events_source.for_developers")}
      </Text>
      <Text as="p" tone="subdued">
        {intl.rich<ReactNode>("events_source.contract", {
          signing: link("https://www.standardwebhooks.com"),
          schema: link(schemaUrl),
        })}
      </Text>
    </BlockStack>
  );
}

function askToRotate(intl: ShopIntl) {
  return {
    title: intl.say("events_source.rotate"),
    text: intl.say("events_source.rotate_text"),
    confirm: intl.say("events_source.rotate_action"),
  };
}

/** The secret, once the merchant asks for it or makes a new one. */
function Secret() {
  const intl = useShopIntl();
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
          label={intl.say("events_source.secret")}
          value={secret}
          helpText={isNew ? intl.say("events_source.secret_is_new") : undefined}
        />
      ) : null}
      <InlineStack gap="300">
        {secret ? null : (
          <Button onClick={() => load(SECRETS)} loading={sources.state !== "idle"}>
            {intl.say("events_source.show_secret")}
          </Button>
        )}
        <ConfirmedButton
          label={intl.say("events_source.new_secret")}
          isBusy={rotation.state !== "idle"}
          question={askToRotate(intl)}
          onConfirm={rotate}
        />
      </InlineStack>
    </BlockStack>
  );
}
