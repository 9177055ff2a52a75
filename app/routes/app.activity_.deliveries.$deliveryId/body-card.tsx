import { BlockStack, Card, Text } from "@shopify/polaris";
import type { MaskedBody } from "~/insights/mask-body";
import { useShopIntl } from "~/ui/shop-intl";

/** What the source sent, letter by letter where it is harmless. */
export function BodyCard({ body, size }: { body: MaskedBody; size: number }) {
  const intl = useShopIntl();
  const { text, isJson, isShortened } = body;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {intl.say("delivery.body")}
        </Text>
        <Text as="p" tone="subdued">
          {intl.say("delivery.body_note", { size, format: isJson ? "json" : "text" })}
        </Text>
        {text === "" ? (
          <Text as="p">{intl.say("delivery.body_empty")}</Text>
        ) : (
          <section aria-label={intl.say("delivery.body")} style={FRAME}>
            <pre style={LINES} dir="ltr">
              {text}
            </pre>
          </section>
        )}
        {isShortened ? <Text as="p">{intl.say("delivery.body_shortened")}</Text> : null}
      </BlockStack>
    </Card>
  );
}

const FRAME = { background: "var(--p-color-bg-surface-secondary)", borderRadius: 8, padding: 12 };
const LINES = {
  margin: 0,
  fontFamily: "var(--p-font-family-mono)",
  fontSize: 12,
  lineHeight: 1.5,
  whiteSpace: "pre-wrap",
  overflowWrap: "anywhere",
} as const;
