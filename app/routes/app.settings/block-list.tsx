import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useEffect } from "react";
import type { BlockedKind } from "~/platform/generated/client";
import { formatDate } from "~/ui/format-moment";
import { useFields } from "~/ui/use-fields";
import { useSubmitter } from "~/ui/use-submitter";
import { useToast } from "~/ui/use-toast";

interface Blocked {
  kind: BlockedKind;
  keyedHash: string;
  label: string;
  createdAt: Date;
}

const EMPTY = { address: "" };

/** Addresses and domains that never get a coupon. */
export function BlockList({ blocked, timeZone }: { blocked: Blocked[]; timeZone: string }) {
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
          Block list
        </Text>
        <TextField
          {...text("address")}
          label="Email address or domain"
          placeholder="someone@example.com or example.com"
          helpText="Nobody on this list gets a coupon. For privacy, Laurel shows only the beginning of an address."
          connectedRight={
            <Button onClick={block} loading={fetcher.state !== "idle"}>
              Block
            </Button>
          }
        />
        {blocked.map((entry) => (
          <Entry key={`${entry.kind} ${entry.keyedHash}`} entry={entry} timeZone={timeZone} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Entry({ entry, timeZone }: { entry: Blocked; timeZone: string }) {
  const fetcher = useSubmitter<{ message?: string }>();
  useToast(fetcher.data);
  const { kind, keyedHash } = entry;
  const label = `${entry.label}, added ${formatDate(entry.createdAt, timeZone)}`;
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
        accessibilityLabel={`Remove ${label} from the block list`}
      >
        Remove
      </Button>
    </InlineStack>
  );
}
