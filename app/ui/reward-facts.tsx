import { Badge, BlockStack, Box, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { describeEngagement, describeReward } from "~/insights/describe-engagement";
import type { RewardRecord } from "~/insights/find-reward.server";
import { rewardLabel } from "~/insights/reward-label";
import { formatDay } from "./format-moment";
import { SendAgain } from "./send-again";
import { sentence } from "./sentence";
import { ShopperName } from "./shopper-name";

/** Who got which code for what, how it stands, and the way to send it again. */
export function RewardFacts({ reward, emailIsOn }: { reward: RewardRecord; emailIsOn: boolean }) {
  const { state, description, coupon, engagement, recipient, expiresOn } = reward;
  const { label, tone } = rewardLabel(state);
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd" breakWord>
            {description}
          </Text>
          <Badge tone={tone}>{label}</Badge>
        </InlineStack>
        <Text as="p" breakWord>
          {sentence(describeReward(reward, { emailIsOn }))}
        </Text>
        <Fact name="Shopper">
          <ShopperName shopper={recipient} />
        </Fact>
        <Fact name="Engagement">
          <Link url={`/app/activity/engagements/${engagement.id}`}>{describeEngagement(engagement)}</Link>
        </Fact>
        <Fact name="Coupon">
          <Link url={`/app/coupons/${coupon.id}/sent`}>{coupon.description}</Link>
          {coupon.state === "deleted" ? " (deleted)" : ""}
        </Fact>
        {expiresOn ? <Fact name="The email says it is valid until">{formatDay(expiresOn)}</Fact> : null}
        <SendAgain reward={reward} />
      </BlockStack>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box>
      <Text as="h3" variant="bodySm" tone="subdued">
        {name}
      </Text>
      <div style={{ overflowWrap: "anywhere" }}>{children}</div>
    </Box>
  );
}
