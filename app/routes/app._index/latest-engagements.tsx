import { Badge, BlockStack, Box, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { countPassedOver } from "~/insights/coupon-answers";
import { describeEngagement, judgeStanding } from "~/insights/describe-engagement";
import type { ListedEngagement } from "~/insights/list-engagements.server";
import { sentence } from "~/messages/sentence";
import { capital } from "~/ui/capital";
import { Clamped } from "~/ui/clamped";
import { useShopIntl } from "~/ui/shop-intl";
import { TimesNote } from "~/ui/times-note";

/** What shoppers did last, what was decided, and why. */
export function LatestEngagements(props: { latest: ListedEngagement[]; emailIsOn: boolean }) {
  const { latest, emailIsOn } = props;
  const intl = useShopIntl();
  return (
    <Card padding="0">
      <Box padding="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {intl.say("home.latest")}
          </Text>
          {latest.length > 0 ? <Link url="/app/activity">{intl.say("home.view_all")}</Link> : null}
        </InlineStack>
        {latest.length > 0 ? <TimesNote /> : null}
      </Box>
      {latest.length === 0 ? (
        <Box padding="400" paddingBlockStart="0">
          <Text as="p" tone="subdued">
            {intl.say("home.nothing_yet")}
          </Text>
        </Box>
      ) : (
        latest.map((engagement) => <Line key={engagement.id} engagement={engagement} emailIsOn={emailIsOn} />)
      )}
    </Card>
  );
}

function Line({ engagement, emailIsOn }: { engagement: ListedEngagement; emailIsOn: boolean }) {
  const intl = useShopIntl();
  const { tone, label, why, sendAt } = judgeStanding(engagement.decisions[0], engagement.rewards, { emailIsOn });
  const passedOver = countPassedOver(engagement.decisions[0]);
  const page = `/app/activity/engagements/${engagement.id}`;
  const who = engagement.recipient?.name ?? engagement.recipient?.value ?? intl.say("common.unknown_shopper");
  return (
    <Box padding="400" borderBlockStartWidth="025" borderColor="border">
      <BlockStack gap="100">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm" breakWord>
            <Link url={page} removeUnderline>
              <Clamped>{intl.say(describeEngagement(engagement))}</Clamped>
            </Link>
          </Text>
          <Badge tone={tone}>{intl.say(label)}</Badge>
        </InlineStack>
        <Text as="p" breakWord>
          <Clamped>
            {capital(intl.say(sendAt ? sentence("activity.why_on", { why, moment: intl.moment(sendAt) }) : why))}
          </Clamped>
        </Text>
        {passedOver > 0 ? <Link url={page}>{intl.say("home.passed_over", { count: passedOver })}</Link> : null}
        <Text as="p" tone="subdued" breakWord>
          {intl.say("home.who_and_when", { who, moment: intl.moment(engagement.engagedAt) })}
        </Text>
      </BlockStack>
    </Box>
  );
}
