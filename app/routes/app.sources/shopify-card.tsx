import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";

/** Orders need no set-up: they came with the installation. */
export function ShopifyCard() {
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            Shopify
          </Text>
          <Badge tone="success">Connected</Badge>
        </InlineStack>
        <Text as="p">Paid orders arrive by themselves.</Text>
      </BlockStack>
    </Card>
  );
}
