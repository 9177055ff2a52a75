import { BlockStack, Card, Text } from "@shopify/polaris";
import type { DryRunResult } from "~/insights/dry-run.server";
import { quantity } from "./quantity";

/** What the coupon would have given lately, from the shop's own engagements. */
export function DryRunCard({ result, emailIsOn }: { result: DryRunResult; emailIsOn: boolean }) {
  const { rewards, engagements, isPartial } = result;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          Over the last 30 days
        </Text>
        {engagements === 0 ? (
          <Text as="p">No engagement of this kind has come in, so there is nothing to try the coupon on yet.</Text>
        ) : (
          <>
            <Text as="p">
              This coupon would have given <strong>{quantity(rewards, "reward")}</strong> for{" "}
              {isPartial ? "the newest " : ""}
              {quantity(engagements, "engagement")} of this kind.
            </Text>
            <Text as="p" tone="subdued">
              Decided by the same rules, with your other active coupons as they are now
              {emailIsOn ? "" : " and as if the thank-you email had been on"}. Nothing was promised or sent.
            </Text>
          </>
        )}
      </BlockStack>
    </Card>
  );
}
