import { BlockStack, Card, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { EngagementRecord } from "~/insights/find-engagement.server";
import { sourceLabel } from "~/insights/source-label";
import { formatMoment } from "~/ui/format-moment";
import { ShopperName } from "~/ui/shopper-name";

type Facts = Pick<EngagementRecord, "engagement" | "recipient" | "sources"> & { timeZone: string };

/** Who did it, when, and who told us. */
export function FactsCard({ engagement, recipient, sources, timeZone }: Facts) {
  const { engagedAt, receivedAt, withdrawnAt } = engagement;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          What happened
        </Text>
        <Fact name="Shopper">{recipient ? <ShopperName shopper={recipient} /> : "Unknown shopper"}</Fact>
        <Fact name="When">{formatMoment(engagedAt, timeZone)}</Fact>
        <Fact name="First heard of">{formatMoment(receivedAt, timeZone)}</Fact>
        <Fact name="Source">{sources.map(sourceLabel).join(", ") || "—"}</Fact>
        {withdrawnAt ? <Fact name="Deleted or cancelled">{formatMoment(withdrawnAt, timeZone)}</Fact> : null}
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
