import { Card, InlineGrid, Text } from "@shopify/polaris";
import type { HomeSummary } from "~/insights/home-summary.server";

/** The figures a merchant asks for first. */
export function Metrics({ summary }: { summary: HomeSummary }) {
  return (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
      <Metric title="Coupons given" value={summary.given} />
      <Metric title="Promised" value={summary.promised} />
    </InlineGrid>
  );
}

function Metric({ title, value }: { title: string; value: number }) {
  return (
    <Card>
      <Text as="h2" variant="headingSm" tone="subdued">
        {title}
      </Text>
      <Text as="p" variant="headingXl" numeric>
        {value.toLocaleString("en")}
      </Text>
    </Card>
  );
}
