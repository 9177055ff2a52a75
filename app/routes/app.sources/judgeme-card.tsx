import { Badge, BlockStack, Card, InlineStack, List, Text, TextField } from "@shopify/polaris";
import { type ReactNode, useEffect } from "react";
import type { ShopIntl } from "~/messages/shop-intl";
import { CopyField } from "~/ui/copy-field";
import { useFields } from "~/ui/forms/use-fields";
import { useSubmitter } from "~/ui/forms/use-submitter";
import { useShopIntl } from "~/ui/shop-intl";
import { useToast } from "~/ui/use-toast";
import { ConfirmedButton } from "./confirmed-button";
import { ConnectionStatus, type ShownConnection } from "./connection-status";

/** Judge.me: the URL to register there, and the private token to paste here. `children`: what went wrong. */
export function JudgemeCard({ connection, children }: { connection: ShownConnection; children: ReactNode }) {
  const intl = useShopIntl();
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
            {intl.say("judgeme_source.title")}
          </Text>
          <Standing connection={connection} />
        </InlineStack>
        <List type="number">
          <List.Item>{intl.say("judgeme_source.copy_token")}</List.Item>
          <List.Item>{intl.say("judgeme_source.paste_token")}</List.Item>
          <List.Item>{intl.say("judgeme_source.add_webhook")}</List.Item>
        </List>
        <TextField
          {...text("privateToken")}
          label={intl.say("judgeme_source.token")}
          type="password"
          placeholder={connection.hasSecret ? intl.say("judgeme_source.token_is_saved") : ""}
          helpText={intl.say("judgeme_source.token_help")}
        />
        <InlineStack>
          <ConfirmedButton
            label={intl.say("judgeme_source.save_token")}
            isBusy={fetcher.state !== "idle"}
            question={connection.hasSecret && values.privateToken.trim() !== "" ? askToReplace(intl) : null}
            onConfirm={save}
          />
        </InlineStack>
        <CopyField label={intl.say("judgeme_source.url")} value={connection.url} />
        <ConnectionStatus connection={connection} />
        {children}
      </BlockStack>
    </Card>
  );
}

function askToReplace(intl: ShopIntl) {
  return {
    title: intl.say("judgeme_source.replace"),
    text: intl.say("judgeme_source.replace_text"),
    confirm: intl.say("judgeme_source.replace_action"),
  };
}

/** A token that was saved may still be the wrong one: only a review that was accepted shows that it is right. */
function Standing({ connection }: { connection: ShownConnection }) {
  const intl = useShopIntl();
  if (!connection.hasSecret) return <Badge>{intl.say("sources.not_connected")}</Badge>;
  if (!connection.lastReceivedAt) return <Badge tone="attention">{intl.say("judgeme_source.waiting")}</Badge>;
  return <Badge tone="success">{intl.say("sources.connected")}</Badge>;
}
