import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useEffect } from "react";
import type { BlockedKind } from "~/platform/generated/client";
import { useFields } from "~/ui/forms/use-fields";
import { useSubmitter } from "~/ui/forms/use-submitter";
import { useShopIntl } from "~/ui/shop-intl";
import { useToast } from "~/ui/use-toast";

interface Blocked {
  kind: BlockedKind;
  keyedHash: string;
  label: string;
  createdAt: Date;
}

const EMPTY = { address: "" };

/** Addresses and domains that never get a coupon. */
export function BlockList({ blocked }: { blocked: Blocked[] }) {
  const intl = useShopIntl();
  const fetcher = useSubmitter<{ message?: string; errors?: Record<string, string> }>();
  const { values, text, reset } = useFields(EMPTY, fetcher.data?.errors);
  useToast(fetcher.data);
  useEffect(() => {
    if (fetcher.data?.message) reset();
  }, [fetcher.data, reset]);
  const block = () => fetcher.submit({ intent: "block", ...values }, { method: "post" });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {intl.say("block_list.title")}
        </Text>
        <TextField
          {...text("address")}
          label={intl.say("block_list.address")}
          placeholder={intl.say("block_list.example")}
          helpText={intl.say("block_list.explanation")}
          connectedRight={
            <Button onClick={block} loading={fetcher.state !== "idle"}>
              {intl.say("block_list.block")}
            </Button>
          }
        />
        {blocked.map((entry) => (
          <Entry key={`${entry.kind} ${entry.keyedHash}`} entry={entry} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Entry({ entry }: { entry: Blocked }) {
  const intl = useShopIntl();
  const fetcher = useSubmitter<{ message?: string }>();
  useToast(fetcher.data);
  const { kind, keyedHash } = entry;
  // Addresses read from left to right in every script; without these signs the domain would come before the name.
  const address = `\u2066${entry.label}\u2069`;
  const label = intl.say("block_list.entry", { address, date: intl.date(entry.createdAt) });
  const unblock = () => fetcher.submit({ intent: "unblock", kind, keyedHash }, { method: "post" });
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <Text as="span" breakWord>
        {label}
      </Text>
      <Button
        size="slim"
        onClick={unblock}
        loading={fetcher.state !== "idle"}
        accessibilityLabel={intl.say("block_list.remove_entry", { entry: label })}
      >
        {intl.say("block_list.remove")}
      </Button>
    </InlineStack>
  );
}
