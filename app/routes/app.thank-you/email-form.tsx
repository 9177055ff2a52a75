import { ActionList, BlockStack, Button, Card, InlineStack, Popover, Text, TextField } from "@shopify/polaris";
import { useRef, useState } from "react";
import type { DraftErrors } from "~/emails/check-draft";
import { DEFAULT_THANK_YOU } from "~/emails/default-thank-you";
import { LONGEST_SUBJECT } from "~/emails/longest-subject";
import { THANK_YOU_VARIABLES } from "~/emails/thank-you-variables";
import type { useFields } from "~/ui/use-fields";

/** Subject and body, with a list of variables to put in where the cursor is. `liveErrors`: of what is typed now. */
export function EmailForm(props: {
  fields: ReturnType<typeof useFields<{ subject: string; body: string }>>;
  liveErrors: DraftErrors;
}) {
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
    fields.set("subject", DEFAULT_THANK_YOU.subject);
    fields.set("body", DEFAULT_THANK_YOU.body);
    cursor.current = null;
  };
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Text
        </Text>
        <TextField
          {...fields.text("subject")}
          label="Subject line"
          maxLength={LONGEST_SUBJECT}
          error={fields.errorOf("subject") ?? liveErrors.subject}
        />
        <TextField
          {...fields.text("body")}
          label="Body"
          error={fields.errorOf("body") ?? liveErrors.body}
          multiline={10}
          onBlur={(event) => {
            if (event?.target instanceof HTMLTextAreaElement) cursor.current = event.target.selectionStart;
          }}
          helpText="The coupon with its code, description and last day stands above the text."
        />
        <InlineStack gap="300">
          <VariablePicker onPick={insert} />
          <Button onClick={restore}>Restore the default text</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function VariablePicker({ onPick }: { onPick: (path: string) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  const items = THANK_YOU_VARIABLES.map(({ path, label }) => ({
    content: label,
    helpText: `{{ ${path} }}`,
    onAction: () => {
      setIsOpen(false);
      onPick(path);
    },
  }));
  const button = (
    <Button disclosure onClick={() => setIsOpen(!isOpen)}>
      Insert variable
    </Button>
  );
  return (
    <Popover active={isOpen} activator={button} onClose={() => setIsOpen(false)} autofocusTarget="first-node">
      <ActionList items={items} />
    </Popover>
  );
}
