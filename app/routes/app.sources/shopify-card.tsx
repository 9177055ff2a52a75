import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

/** Orders need no set-up: they came with the installation. `children`: what went wrong with them. */
export function ShopifyCard({ children }: { children: ReactNode }) {
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
        {children}
      </BlockStack>
    </Card>
  );
}
