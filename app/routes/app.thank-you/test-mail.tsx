import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useFields } from "~/ui/forms/use-fields";
import { useSubmitter } from "~/ui/forms/use-submitter";
import { useShopIntl } from "~/ui/shop-intl";
import { useToast } from "~/ui/use-toast";

/** Sends what is on the page, saved or not, to one address. It never takes a code. */
export function TestMail({ draft }: { draft: { subject: string; body: string } }) {
  const intl = useShopIntl();
  const fetcher = useSubmitter<{ message?: string; errors?: Record<string, string> }>();
  const errors = fetcher.data?.errors;
  const fields = useFields({ to: "" }, errors);
  useToast(fetcher.data);
  const send = () => fetcher.submit({ intent: "test", ...draft, ...fields.values }, { method: "post" });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {intl.say("thank_you_test.title")}
        </Text>
        <TextField
          {...fields.text("to")}
          label={intl.say("thank_you_test.to")}
          type="email"
          autoComplete="email"
          error={fields.errorOf("to") ?? errors?.body}
          helpText={intl.say("thank_you_test.made_up")}
        />
        <InlineStack>
          <Button onClick={send} loading={fetcher.state !== "idle"}>
            {intl.say("thank_you_test.send")}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
