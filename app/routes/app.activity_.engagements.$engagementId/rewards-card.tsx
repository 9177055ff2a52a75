import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { describeReward } from "~/insights/describe-engagement";
import type { RecordedReward } from "~/insights/find-engagement.server";
import { rewardLabel } from "~/insights/reward-label";
import { sentence } from "~/messages/sentence";
import type { ShopIntl } from "~/messages/shop-intl";
import { capital } from "~/ui/capital";
import { useShopIntl } from "~/ui/shop-intl";

/** What the engagement earned, and how far that has come. */
export function RewardsCard({ rewards, emailIsOn }: { rewards: RecordedReward[]; emailIsOn: boolean }) {
  const intl = useShopIntl();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {intl.say("engagement_page.rewards")}
        </Text>
        {rewards.length === 0 ? (
          <Text as="p" tone="subdued">
            {intl.say("engagement_page.no_rewards")}
          </Text>
        ) : null}
        {rewards.map((reward) => (
          <Reward key={reward.id} reward={reward} emailIsOn={emailIsOn} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Reward({ reward, emailIsOn }: { reward: RecordedReward; emailIsOn: boolean }) {
  const intl = useShopIntl();
  const { label, tone } = rewardLabel(reward.state);
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm" breakWord>
          {reward.description}
        </Text>
        <Badge tone={tone}>{intl.say(label)}</Badge>
      </InlineStack>
      <Text as="p" breakWord>
        {capital(intl.say(describeReward(reward, { emailIsOn })))}
      </Text>
      {reward.code ? (
        <Text as="p" breakWord>
          {intl.say("engagement_page.code", { code: reward.code })}
        </Text>
      ) : null}
      <Text as="p" tone="subdued">
        {timesOf(intl, reward).join(" · ")}
      </Text>
    </BlockStack>
  );
}

/** What has happened to a reward, in order, and for a promise also when it is due. */
function timesOf(intl: ShopIntl, reward: RecordedReward): string[] {
  const { state, promisedAt, sendAt, codeTakenAt, settledAt } = reward;
  const isPromised = state === "promised" || state === "waiting_for_code";
  const since = (at: Date) => ({ state: sentence(rewardLabel(state).label), moment: intl.moment(at) });
  return [
    intl.say("engagement_page.promised_at", { moment: intl.moment(promisedAt) }),
    isPromised && sendAt && intl.say("engagement_page.due_at", { moment: intl.moment(sendAt) }),
    codeTakenAt && intl.say("engagement_page.code_taken_at", { moment: intl.moment(codeTakenAt) }),
    settledAt && intl.say("engagement_page.state_since", since(settledAt)),
  ].filter((part) => typeof part === "string");
}
