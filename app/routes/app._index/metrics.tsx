import { Card, InlineGrid, Text } from "@shopify/polaris";
import type { HomeSummary } from "~/insights/home-summary.server";
import type { RecentRevenue } from "~/insights/recent-revenue.server";
import { formatMoney } from "~/ui/format-money";

interface Earned extends RecentRevenue {
  /** ISO 4217. */
  currency: string;
  /** How far back it looks. */
  days: number;
}

/** The figures a merchant asks for first. */
export function Metrics({ summary, earned }: { summary: HomeSummary; earned: Earned }) {
  const { orders, revenue, currency, days } = earned;
  const count = (value: number) => value.toLocaleString("en");
  return (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
      <Metric title="Coupons given" value={count(summary.given)} />
      <Metric title="Promised" value={count(summary.promised)} />
      <Metric title={`Orders that used a code, last ${days} days`} value={count(orders)} />
      <Metric title={`Revenue from these orders, last ${days} days`} value={formatMoney(revenue, currency)} />
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
