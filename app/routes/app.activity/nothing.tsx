import { Link, Text } from "@shopify/polaris";
import type { ActivityFilter, ActivityView } from "~/insights/activity-filter";

const WORDS: Record<ActivityView, string> = {
  all: "Nothing yet. Each order, review and other engagement appears here with what was decided and why.",
  rewarded: "No engagement has earned a coupon yet.",
  waiting: "Nothing waits. A review appears here while it waits to be published.",
  not_rewarded: "Every engagement so far has earned a coupon, or none has come in yet.",
  unread: "Everything that came in could be read.",
};

/** What stands in place of an empty list, and where to go from there. */
export function Nothing({ filter: { view, reason } }: { filter: ActivityFilter }) {
  return (
    <div style={{ padding: 24, textAlign: "center" }}>
      <Text as="p">{reason ? "No engagement was left without a coupon for this reason." : WORDS[view]}</Text>
      {view === "all" ? (
        <Text as="p">
          <Link url="/app/sources">See which sources are connected</Link>
        </Text>
      ) : null}
    </div>
  );
}
