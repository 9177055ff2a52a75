import { BlockStack, Card, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { EngagementRecord } from "~/insights/find-engagement.server";
import { sourceLabel } from "~/insights/source-label";
import { useShopIntl } from "~/ui/shop-intl";
import { ShopperName } from "~/ui/shopper-name";

type Facts = Pick<EngagementRecord, "engagement" | "recipient" | "sources">;

/** Who did it, when, and who told us. */
export function FactsCard({ engagement, recipient, sources }: Facts) {
  const intl = useShopIntl();
  const { engagedAt, receivedAt, withdrawnAt } = engagement;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {intl.say("engagement_page.what_happened")}
        </Text>
        <Fact name={intl.say("engagement_page.shopper")}>
          {recipient ? <ShopperName shopper={recipient} /> : intl.say("common.unknown_shopper")}
        </Fact>
        <Fact name={intl.say("engagement_page.when")}>{intl.moment(engagedAt)}</Fact>
        <Fact name={intl.say("engagement_page.first_heard")}>{intl.moment(receivedAt)}</Fact>
        <Fact name={intl.say("engagement_page.source")}>
          {intl.list(sources.map((source) => intl.say(sourceLabel(source)))) || "—"}
        </Fact>
        {withdrawnAt ? <Fact name={intl.say("engagement_page.withdrawn")}>{intl.moment(withdrawnAt)}</Fact> : null}
      </BlockStack>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div style={{ overflowWrap: "anywhere" }}>
      <Text as="h3" variant="bodySm" tone="subdued">
        {name}
      </Text>
      {children}
    </div>
  );
}
