import { BlockStack, Card, Text } from "@shopify/polaris";
import type { StoryMoment } from "~/insights/reward-story";
import { sentence } from "~/messages/sentence";
import { capital } from "../capital";
import { useShopIntl } from "../shop-intl";
import { TimesNote } from "../times-note";

/** What happened to a reward, the first thing first. */
export function RewardStory({ story }: { story: StoryMoment[] }) {
  const intl = useShopIntl();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {intl.say("story.title")}
        </Text>
        <ol style={{ margin: 0, padding: 0, listStyle: "none", display: "grid", gap: 16 }}>
          {story.map((moment) => (
            <Moment key={JSON.stringify([moment.at, moment.what, moment.detail])} moment={moment} />
          ))}
        </ol>
        <TimesNote />
      </BlockStack>
    </Card>
  );
}

function Moment({ moment: { at, what, detail, amount, isToCome } }: { moment: StoryMoment }) {
  const intl = useShopIntl();
  const time = intl.moment(at);
  const more =
    detail && amount !== null ? sentence("story.with_amount", { detail, amount: intl.money(amount) }) : detail;
  return (
    <li style={{ overflowWrap: "anywhere" }}>
      <Text as="p" tone="subdued">
        {isToCome ? intl.say("story.planned", { moment: time }) : time}
      </Text>
      <Text as="p" fontWeight="semibold">
        {intl.say(what)}
      </Text>
      {more ? (
        <Text as="p" breakWord>
          {capital(intl.say(more))}
        </Text>
      ) : null}
    </li>
  );
}
