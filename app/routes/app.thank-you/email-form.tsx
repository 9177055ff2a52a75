import { ActionList, BlockStack, Button, Card, InlineStack, Popover, Text, TextField } from "@shopify/polaris";
import { useRef, useState } from "react";
import { defaultThankYou } from "~/emails/default-thank-you";
import { LONGEST_SUBJECT } from "~/emails/longest-subject";
import { THANK_YOU_VARIABLES } from "~/emails/thank-you-variables";
import type { useFields } from "~/ui/forms/use-fields";
import { useShopIntl } from "~/ui/shop-intl";

/** Subject and body, with a list of variables to put in where the cursor is. `liveErrors`: of what is typed now. */
export function EmailForm(props: {
  fields: ReturnType<typeof useFields<{ subject: string; body: string }>>;
  liveErrors: Record<string, string>;
}) {
  const intl = useShopIntl();
  const { fields, liveErrors } = props;
  const cursor = useRef<number | null>(null);
  const { body } = fields.values;
  const insert = (path: string) => {
    const at = cursor.current ?? body.length;
    const variable = `{{ ${path} }}`;
    fields.set("body", body.slice(0, at) + variable + body.slice(at));
    cursor.current = at + variable.length;
  };
  const restore = () => {
    const words = defaultThankYou(intl);
    fields.set("subject", words.subject);
    fields.set("body", words.body);
    cursor.current = null;
  };
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {intl.say("thank_you.text")}
        </Text>
        <TextField
          {...fields.text("subject")}
          label={intl.say("thank_you.subject")}
          maxLength={LONGEST_SUBJECT}
          error={fields.errorOf("subject") ?? liveErrors.subject}
        />
        <TextField
          {...fields.text("body")}
          label={intl.say("thank_you.body")}
          error={fields.errorOf("body") ?? liveErrors.body}
          multiline={10}
          onBlur={(event) => {
            if (event?.target instanceof HTMLTextAreaElement) cursor.current = event.target.selectionStart;
          }}
          helpText={intl.say("thank_you.body_help")}
        />
        <InlineStack gap="300">
          <VariablePicker onPick={insert} />
          <Button onClick={restore}>{intl.say("thank_you.restore")}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function VariablePicker({ onPick }: { onPick: (path: string) => void }) {
  const intl = useShopIntl();
  const [isOpen, setIsOpen] = useState(false);
  const items = THANK_YOU_VARIABLES.map(({ path, label }) => ({
    content: intl.say(label),
    helpText: `{{ ${path} }}`,
    onAction: () => {
      setIsOpen(false);
      onPick(path);
    },
  }));
  const button = (
    <Button disclosure onClick={() => setIsOpen(!isOpen)}>
      {intl.say("thank_you.insert_variable")}
    </Button>
  );
  return (
    <Popover active={isOpen} activator={button} onClose={() => setIsOpen(false)} autofocusTarget="first-node">
      <ActionList items={items} />
    </Popover>
  );
}
