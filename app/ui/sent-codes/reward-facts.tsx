import { Badge, BlockStack, Box, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { describeEngagement, describeReward } from "~/insights/describe-engagement";
import type { RewardRecord } from "~/insights/find-reward.server";
import { rewardLabel } from "~/insights/reward-label";
import { capital } from "../capital";
import { useShopIntl } from "../shop-intl";
import { ShopperName } from "../shopper-name";
import { SendAgain } from "./send-again";

/** Who got which code for what, how it stands, and the way to send it again. */
export function RewardFacts({ reward, emailIsOn }: { reward: RewardRecord; emailIsOn: boolean }) {
  const { state, description, coupon, engagement, recipient, expiresOn } = reward;
  const intl = useShopIntl();
  const { label, tone } = rewardLabel(state);
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd" breakWord>
            {description}
          </Text>
          <Badge tone={tone}>{intl.say(label)}</Badge>
        </InlineStack>
        <Text as="p" breakWord>
          {capital(intl.say(describeReward(reward, { emailIsOn })))}
        </Text>
        <Fact name={intl.say("reward_page.shopper")}>
          <ShopperName shopper={recipient} />
        </Fact>
        <Fact name={intl.say("reward_page.engagement")}>
          <Link url={`/app/activity/engagements/${engagement.id}`}>{intl.say(describeEngagement(engagement))}</Link>
        </Fact>
        <Fact name={intl.say("reward_page.coupon")}>
          {intl.rich("reward_page.coupon_link", {
            coupon: coupon.description,
            state: coupon.state,
            link: (name) => (
              <Link key="coupon" url={`/app/coupons/${coupon.id}/sent`}>
                {name}
              </Link>
            ),
          })}
        </Fact>
        {expiresOn ? <Fact name={intl.say("reward_page.valid_until")}>{intl.day(expiresOn)}</Fact> : null}
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
