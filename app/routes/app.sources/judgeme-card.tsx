import { Badge, BlockStack, Card, InlineStack, List, Text, TextField } from "@shopify/polaris";
import { type ReactNode, useEffect } from "react";
import { CopyField } from "~/ui/copy-field";
import { useFields } from "~/ui/use-fields";
import { useSubmitter } from "~/ui/use-submitter";
import { useToast } from "~/ui/use-toast";
import { ConfirmedButton } from "./confirmed-button";
import { ConnectionStatus, type ShownConnection } from "./connection-status";

const REPLACE = {
  title: "Replace the saved token?",
  text: "Reviews must then be signed with the new token. The old one is accepted for one more hour. If the new token is wrong, no reviews arrive.",
  confirm: "Replace token",
};

/** Judge.me: the URL to register there, and the private token to paste here. `children`: what went wrong. */
export function JudgemeCard(props: { connection: ShownConnection; timeZone: string; children: ReactNode }) {
  const { connection, timeZone, children } = props;
  const fetcher = useSubmitter<{ message?: string; errors?: Record<string, string> }>();
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
          <Standing connection={connection} />
        </InlineStack>
        <List type="number">
          <List.Item>
            In Judge.me, open Settings, then Integrations, then View API tokens. Copy the private token.
          </List.Item>
          <List.Item>Paste it below and save.</List.Item>
          <List.Item>
            In Judge.me, add the webhook URL below for new and changed reviews (review/created and review/updated).
          </List.Item>
        </List>
        <TextField
          {...text("privateToken")}
          label="Private token"
          type="password"
          placeholder={connection.hasSecret ? "Saved; paste a new one to replace it" : ""}
          helpText="It proves that a review really comes from Judge.me."
        />
        <InlineStack>
          <ConfirmedButton
            label="Save token"
            isBusy={fetcher.state !== "idle"}
            question={connection.hasSecret && values.privateToken !== "" ? REPLACE : null}
            onConfirm={save}
          />
        </InlineStack>
        <CopyField label="Webhook URL for Judge.me" value={connection.url} />
        <ConnectionStatus connection={connection} timeZone={timeZone} />
        {children}
      </BlockStack>
    </Card>
  );
}

/** A token that was saved may still be the wrong one: only a review that was accepted shows that it is right. */
function Standing({ connection }: { connection: ShownConnection }) {
  if (!connection.hasSecret) return <Badge>Not connected</Badge>;
  if (!connection.lastReceivedAt) return <Badge tone="attention">Token saved; waiting for the first review</Badge>;
  return <Badge tone="success">Connected</Badge>;
}
