import { BlockStack, Card, Text } from "@shopify/polaris";
import type { StoryMoment } from "~/insights/reward-story";
import { formatMoment } from "./format-moment";
import { formatMoney } from "./format-money";
import type { ShopTerms } from "./sent-codes-table";
import { sentence } from "./sentence";
import { TimesNote } from "./times-note";

/** What happened to a reward, the first thing first. */
export function RewardStory({ story, terms }: { story: StoryMoment[]; terms: ShopTerms }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          What happened
        </Text>
        <ol style={{ margin: 0, padding: 0, listStyle: "none", display: "grid", gap: 16 }}>
          {story.map((moment) => (
            <Moment key={`${moment.at.getTime()} ${moment.what} ${moment.detail}`} moment={moment} terms={terms} />
          ))}
        </ol>
        <TimesNote timeZone={terms.timeZone} />
      </BlockStack>
    </Card>
  );
}

function Moment({ moment, terms }: { moment: StoryMoment; terms: ShopTerms }) {
  const { at, what, detail, amount, isToCome } = moment;
  const more = [detail, amount === null ? null : formatMoney(amount, terms.currency)].filter((part) => part !== null);
  return (
    <li style={{ overflowWrap: "anywhere" }}>
      <Text as="p" tone="subdued">
        {formatMoment(at, terms.timeZone)}
        {isToCome ? " (planned)" : ""}
      </Text>
      <Text as="p" fontWeight="semibold">
        {what}
      </Text>
      {more.length > 0 ? (
        <Text as="p" breakWord>
          {sentence(more.join(", "))}
        </Text>
      ) : null}
    </li>
  );
}
