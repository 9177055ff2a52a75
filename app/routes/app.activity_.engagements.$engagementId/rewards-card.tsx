import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { describeReward } from "~/insights/describe-engagement";
import type { RecordedReward } from "~/insights/find-engagement.server";
import { rewardLabel } from "~/insights/reward-label";
import { formatMoment } from "~/ui/format-moment";
import { sentence } from "~/ui/sentence";

/** What the engagement earned, and how far that has come. */
export function RewardsCard(props: { rewards: RecordedReward[]; timeZone: string; emailIsOn: boolean }) {
  const { rewards, timeZone, emailIsOn } = props;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Rewards
        </Text>
        {rewards.length === 0 ? (
          <Text as="p" tone="subdued">
            No coupon was promised.
          </Text>
        ) : null}
        {rewards.map((reward) => (
          <Reward key={reward.id} {...{ reward, timeZone, emailIsOn }} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Reward(props: { reward: RecordedReward; timeZone: string; emailIsOn: boolean }) {
  const { reward, timeZone, emailIsOn } = props;
  const { label, tone } = rewardLabel(reward.state);
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm" breakWord>
          {reward.description}
        </Text>
        <Badge tone={tone}>{label}</Badge>
      </InlineStack>
      <Text as="p" breakWord>
        {sentence(describeReward(reward, { emailIsOn }))}
      </Text>
      {reward.code ? (
        <Text as="p" breakWord>
          Code {reward.code}
        </Text>
      ) : null}
      <Text as="p" tone="subdued">
        {timesOf(reward)
          .map(({ what, at }) => `${what} ${formatMoment(at, timeZone)}`)
          .join(" · ")}
      </Text>
    </BlockStack>
  );
}

/** What has happened to a reward, in order, and for a promise also when it is due. */
function timesOf({ state, promisedAt, sendAt, codeTakenAt, settledAt }: RecordedReward): { what: string; at: Date }[] {
  const isPromised = state === "promised" || state === "waiting_for_code";
  const times = [
    { what: "Promised", at: promisedAt },
    { what: "Due", at: isPromised ? sendAt : null },
    { what: "Code taken", at: codeTakenAt },
    { what: rewardLabel(state).label, at: settledAt },
  ];
  return times.flatMap(({ what, at }) => (at ? [{ what, at }] : []));
}
