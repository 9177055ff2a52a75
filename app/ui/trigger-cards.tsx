import { Badge, BlockStack, Box, Card, InlineError, InlineStack, Link, RadioButton, Text } from "@shopify/polaris";
import { OFFERED_TRIGGERS, triggerLabel, triggerSentence } from "~/coupons/trigger-labels";
import { type ConnectedSources, triggerNeeds } from "~/coupons/trigger-needs";

/** What a shopper can be rewarded for: a card each, with what it still needs before it can happen in this shop. */
export function TriggerCards(props: {
  chosen: string;
  sources: ConnectedSources;
  error: string | undefined;
  onChoose: (trigger: string) => void;
}) {
  const { chosen, sources, error, onChoose } = props;
  return (
    <Card>
      <div
        role="radiogroup"
        aria-labelledby="trigger-title"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? "triggerError" : undefined}
      >
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd" id="trigger-title">
            What does a shopper do?
          </Text>
          {OFFERED_TRIGGERS.map((trigger) => {
            const needs = triggerNeeds(trigger, sources);
            const isChosen = chosen === trigger;
            return (
              <Box
                key={trigger}
                borderWidth={isChosen ? "050" : "025"}
                borderColor={isChosen ? "border-emphasis" : "border"}
                borderRadius="200"
                padding="300"
              >
                <BlockStack gap="100">
                  <RadioButton
                    id={`trigger-${trigger}`}
                    name="trigger"
                    value={trigger}
                    label={triggerLabel(trigger)}
                    helpText={triggerSentence(trigger)}
                    checked={isChosen}
                    onChange={() => onChoose(trigger)}
                  />
                  <Box paddingInlineStart="600">
                    <InlineStack gap="200" blockAlign="center">
                      {needs ? <Badge tone="attention">Needs a source</Badge> : <Badge tone="success">Ready</Badge>}
                      {needs ? (
                        <Text as="span" tone="subdued">
                          {needs} <Link url="/app/sources">Sources</Link>
                        </Text>
                      ) : null}
                    </InlineStack>
                  </Box>
                </BlockStack>
              </Box>
            );
          })}
          {error ? <InlineError fieldID="trigger" message={error} /> : null}
        </BlockStack>
      </div>
    </Card>
  );
}
