import { BlockStack, Card, Text } from "@shopify/polaris";
import type { DryRunResult } from "~/insights/dry-run.server";
import { useShopIntl } from "../shop-intl";

/** What the coupon would have given lately, from the shop's own engagements. */
export function DryRunCard({ result, emailIsOn }: { result: DryRunResult; emailIsOn: boolean }) {
  const intl = useShopIntl();
  const { rewards, engagements, isPartial } = result;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {intl.say("dry_run.title")}
        </Text>
        {engagements === 0 ? (
          <Text as="p">{intl.say("dry_run.nothing_to_try_on")}</Text>
        ) : (
          <>
            <Text as="p">
              {intl.rich("dry_run.result", {
                rewards,
                engagements,
                part: isPartial ? "newest" : "all",
                strong: (inner) => <strong key="rewards">{inner}</strong>,
              })}
            </Text>
            <Text as="p" tone="subdued">
              {intl.say("dry_run.how", { email: emailIsOn ? "on" : "off" })}
            </Text>
          </>
        )}
      </BlockStack>
    </Card>
  );
}
