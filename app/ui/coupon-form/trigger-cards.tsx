import { Badge, BlockStack, Box, Card, InlineError, InlineStack, Link, RadioButton, Text } from "@shopify/polaris";
import { OFFERED_TRIGGERS, triggerExplanation, triggerLabel } from "~/coupons/trigger-labels";
import { type ConnectedSources, triggerNeeds } from "~/coupons/trigger-needs";
import { useShopIntl } from "../shop-intl";

/** What a shopper can be rewarded for: a card each, with what it still needs before it can happen in this shop. */
export function TriggerCards(props: {
  chosen: string;
  sources: ConnectedSources;
  error: string | undefined;
  onChoose: (trigger: string) => void;
}) {
  const { chosen, sources, error, onChoose } = props;
  const intl = useShopIntl();
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
            {intl.say("trigger_cards.title")}
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
                    label={intl.say(triggerLabel(trigger))}
                    helpText={intl.say(triggerExplanation(trigger))}
                    checked={isChosen}
                    onChange={() => onChoose(trigger)}
                  />
                  <Box paddingInlineStart="600">
                    <InlineStack gap="200" blockAlign="center">
                      {needs ? (
                        <Badge tone="attention">{intl.say("trigger_cards.needs_source")}</Badge>
                      ) : (
                        <Badge tone="success">{intl.say("trigger_cards.ready")}</Badge>
                      )}
                      {needs ? (
                        <Text as="span" tone="subdued">
                          {intl.say(needs)} <Link url="/app/sources">{intl.say("navigation.sources")}</Link>
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
