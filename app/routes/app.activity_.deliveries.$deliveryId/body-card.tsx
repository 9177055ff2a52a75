import { BlockStack, Card, Text } from "@shopify/polaris";
import type { MaskedBody } from "~/insights/mask-body";
import { quantity } from "~/ui/quantity";

/** What the source sent, letter by letter where it is harmless. */
export function BodyCard({ body, size }: { body: MaskedBody; size: number }) {
  const { text, isJson, isShortened } = body;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          What was sent
        </Text>
        <Text as="p" tone="subdued">
          {quantity(size, "byte")}. Whatever may say who somebody is, and every text we do not know, is shown as •••.
          {isJson ? "" : " It is not valid JSON, so only its shape is shown."}
        </Text>
        {text === "" ? (
          <Text as="p">The body is empty.</Text>
        ) : (
          <section aria-label="What was sent" style={FRAME}>
            <pre style={LINES} dir="ltr">
              {text}
            </pre>
          </section>
        )}
        {isShortened ? <Text as="p">The rest is left out, since it is long.</Text> : null}
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
