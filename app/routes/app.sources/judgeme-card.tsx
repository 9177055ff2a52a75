import { useFetcher } from "@remix-run/react";
import { Badge, BlockStack, Button, Card, InlineStack, List, Text, TextField } from "@shopify/polaris";
import { type ReactNode, useEffect } from "react";
import { CopyField } from "~/ui/copy-field";
import { useFields } from "~/ui/use-fields";
import { useToast } from "~/ui/use-toast";
import { ConnectionStatus, type ShownConnection } from "./connection-status";

/** Judge.me: the URL to register there, and the private token to paste here. `children`: what went wrong. */
export function JudgemeCard(props: { connection: ShownConnection; timeZone: string; children: ReactNode }) {
  const { connection, timeZone, children } = props;
  const fetcher = useFetcher<{ message?: string; errors?: Record<string, string> }>();
  const { values, text, reset } = useFields({ privateToken: "" }, fetcher.data?.errors);
  useToast(fetcher.data);
  useEffect(() => {
    if (fetcher.data?.message) reset();
  }, [fetcher.data, reset]);
  const save = () => fetcher.submit({ intent: "connect-judgeme", ...values }, { method: "post" });
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            Judge.me reviews
          </Text>
          <Badge tone={connection.hasSecret ? "success" : undefined}>
            {connection.hasSecret ? "Connected" : "Not connected"}
          </Badge>
        </InlineStack>
        <List type="number">
          <List.Item>
            In Judge.me, open Settings, then Integrations, then View API tokens. Copy the private token.
          </List.Item>
          <List.Item>Paste it below and save.</List.Item>
          <List.Item>Register the URL below in Judge.me for the events review/created and review/updated.</List.Item>
        </List>
        <TextField
          {...text("privateToken")}
          label="Private token"
          type="password"
          placeholder={connection.hasSecret ? "Saved; paste a new one to replace it" : ""}
          helpText="Judge.me signs its events with it, so that nobody else can send any."
        />
        <InlineStack>
          <Button onClick={save} loading={fetcher.state !== "idle"}>
            Save token
          </Button>
        </InlineStack>
        <CopyField label="Webhook URL for Judge.me" value={connection.url} />
        <ConnectionStatus connection={connection} timeZone={timeZone} />
        {children}
      </BlockStack>
    </Card>
  );
}
