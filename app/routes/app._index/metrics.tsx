import { Card, InlineGrid, Text } from "@shopify/polaris";
import type { HomeSummary } from "~/insights/home-summary.server";
import type { RecentRevenue } from "~/insights/recent-revenue.server";
import { useShopIntl } from "~/ui/shop-intl";

interface Earned extends RecentRevenue {
  /** How far back it looks. */
  days: number;
}

/** The figures a merchant asks for first. */
export function Metrics({ summary, earned }: { summary: HomeSummary; earned: Earned }) {
  const intl = useShopIntl();
  const { orders, revenue, days } = earned;
  return (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
      <Metric title={intl.say("home.coupons_given")} value={intl.number(summary.given)} />
      <Metric title={intl.say("home.promised")} value={intl.number(summary.promised)} />
      <Metric title={intl.say("home.orders", { days })} value={intl.number(orders)} />
      <Metric title={intl.say("home.revenue", { days })} value={intl.money(revenue)} />
    </InlineGrid>
  );
}

function Metric({ title, value }: { title: string; value: string }) {
  return (
    <Card>
      <Text as="h2" variant="headingSm" tone="subdued">
        {title}
      </Text>
      <Text as="p" variant="headingXl" numeric breakWord>
        {value}
      </Text>
    </Card>
  );
}
