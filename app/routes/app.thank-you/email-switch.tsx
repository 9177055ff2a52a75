import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useSubmitter } from "~/ui/forms/use-submitter";
import { useShopIntl } from "~/ui/shop-intl";
import { useToast } from "~/ui/use-toast";
import { waitingWords } from "./waiting-words";

/** Turns the email on and off, and says what each means. `promised`: coupons that go out by it and have not yet. */
export function EmailSwitch({ isOn, promised }: { isOn: boolean; promised: number }) {
  const intl = useShopIntl();
  const waiting = isOn ? null : waitingWords(promised);
  const fetcher = useSubmitter<{ message?: string }>();
  useToast(fetcher.data);
  const flip = () => fetcher.submit({ intent: isOn ? "switch-off" : "switch-on" }, { method: "post" });
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd">
              {intl.say("thank_you.sending")}
            </Text>
            <Badge tone={isOn ? "success" : "attention"}>{intl.say(isOn ? "thank_you.on" : "thank_you.off")}</Badge>
          </InlineStack>
          <Button variant={isOn ? "secondary" : "primary"} onClick={flip} loading={fetcher.state !== "idle"}>
            {intl.say(isOn ? "thank_you.turn_off" : "thank_you.turn_on")}
          </Button>
        </InlineStack>
        {waiting ? <Text as="p">{intl.say(waiting)}</Text> : null}
        <Text as="p" tone="subdued">
          {intl.say(isOn ? "thank_you.on_text" : "thank_you.off_text")}
        </Text>
      </BlockStack>
    </Card>
  );
}
