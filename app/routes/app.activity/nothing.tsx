import { Link, Text } from "@shopify/polaris";
import type { ActivityFilter, ActivityView } from "~/insights/activity-filter";
import type { MessageId } from "~/messages/english";
import { useShopIntl } from "~/ui/shop-intl";

const MESSAGES: Record<ActivityView, MessageId> = {
  all: "activity.nothing",
  rewarded: "activity.nothing_rewarded",
  waiting: "activity.nothing_waiting",
  not_rewarded: "activity.nothing_not_rewarded",
  problem: "activity.no_problem",
};

/** What stands in place of an empty list, and where to go from there. */
export function Nothing({ filter: { view, reason } }: { filter: ActivityFilter }) {
  const intl = useShopIntl();
  return (
    <div style={{ padding: 24, textAlign: "center" }}>
      <Text as="p">{intl.say(reason ? "activity.nothing_for_reason" : MESSAGES[view])}</Text>
      {view === "all" ? (
        <Text as="p">
          <Link url="/app/sources">{intl.say("activity.see_sources")}</Link>
        </Text>
      ) : null}
    </div>
  );
}
