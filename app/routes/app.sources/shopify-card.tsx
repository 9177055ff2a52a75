import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useShopIntl } from "~/ui/shop-intl";

/** Orders need no set-up: they came with the installation. `children`: what went wrong with them. */
export function ShopifyCard({ children }: { children: ReactNode }) {
  const intl = useShopIntl();
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {intl.say("shopify_source.title")}
          </Text>
          <Badge tone="success">{intl.say("sources.connected")}</Badge>
        </InlineStack>
        <Text as="p">{intl.say("shopify_source.explanation")}</Text>
        {children}
      </BlockStack>
    </Card>
  );
}
