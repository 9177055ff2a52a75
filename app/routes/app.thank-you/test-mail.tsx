import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useFields } from "~/ui/use-fields";
import { useSubmitter } from "~/ui/use-submitter";
import { useToast } from "~/ui/use-toast";

/** Sends what is on the page, saved or not, to one address. It never takes a code. */
export function TestMail({ draft }: { draft: { subject: string; body: string } }) {
  const fetcher = useSubmitter<{ message?: string; errors?: Record<string, string> }>();
  const errors = fetcher.data?.errors;
  const fields = useFields({ to: "" }, errors);
  useToast(fetcher.data);
  const send = () => fetcher.submit({ intent: "test", ...draft, ...fields.values }, { method: "post" });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Test email
        </Text>
        <TextField
          {...fields.text("to")}
          label="Send a test to"
          type="email"
          autoComplete="email"
          error={fields.errorOf("to") ?? errors?.body}
          helpText="Sent with made-up values. The code is an example and cannot be used."
        />
        <InlineStack>
          <Button onClick={send} loading={fetcher.state !== "idle"}>
            Send test email
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
