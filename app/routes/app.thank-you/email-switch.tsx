import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useSubmitter } from "~/ui/use-submitter";
import { useToast } from "~/ui/use-toast";
import { waitingWords } from "./waiting-words";

/** Turns the email on and off, and says what each means. `promised`: coupons that go out by it and have not yet. */
export function EmailSwitch({ isOn, promised }: { isOn: boolean; promised: number }) {
  const fetcher = useSubmitter<{ message?: string }>();
  useToast(fetcher.data);
  const flip = () => fetcher.submit({ intent: isOn ? "switch-off" : "switch-on" }, { method: "post" });
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd">
              Sending
            </Text>
            <Badge tone={isOn ? "success" : "attention"}>{isOn ? "On" : "Off"}</Badge>
          </InlineStack>
          <Button variant={isOn ? "secondary" : "primary"} onClick={flip} loading={fetcher.state !== "idle"}>
            {isOn ? "Turn off" : "Turn on"}
          </Button>
        </InlineStack>
        {!isOn && promised > 0 ? <Text as="p">{waitingWords(promised)}</Text> : null}
        <Text as="p" tone="subdued">
          {isOn
            ? "Shoppers who earn a coupon get it in this email."
            : "While the email is off, shoppers get no coupons. Orders and reviews from this time get none later either."}
        </Text>
      </BlockStack>
    </Card>
  );
}
