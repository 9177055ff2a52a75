import { Badge, IndexTable, Link, Text, useBreakpoints } from "@shopify/polaris";
import { describeInboxReason } from "~/engagements/inbox-reason";
import { deliveryState } from "~/insights/delivery-state";
import type { ProblemDelivery } from "~/insights/list-problem-deliveries.server";
import { deliveryLabel } from "~/insights/source-label";
import type { ShopIntl } from "~/messages/shop-intl";
import { useShopIntl } from "~/ui/shop-intl";
import { Nothing } from "./nothing";
import { TableRow } from "./table-row";

/** What was accepted from a source and could not be read, with the reason. */
export function DeliveriesTable({ rows, isLoading }: { rows: ProblemDelivery[]; isLoading: boolean }) {
  const intl = useShopIntl();
  const { mdDown } = useBreakpoints();
  return (
    <IndexTable
      condensed={mdDown}
      selectable={false}
      loading={isLoading}
      itemCount={rows.length}
      resourceName={{ singular: intl.say("activity.event"), plural: intl.say("activity.events") }}
      emptyState={<Nothing filter={{ view: "problem", reason: null }} />}
      headings={[
        { title: intl.say("activity.event_column") },
        { title: intl.say("activity.state_column") },
        { title: intl.say("activity.why_column") },
        { title: intl.say("activity.came_in_column") },
      ]}
    >
      {rows.map((row, index) => (
        <TableRow key={row.id} id={String(row.id)} index={index} isBlock={mdDown} cells={cellsOf(intl, row)} />
      ))}
    </IndexTable>
  );
}

function cellsOf(intl: ShopIntl, row: ProblemDelivery) {
  const { tone, label } = deliveryState(row.state);
  return [
    <Link key="event" url={`/app/activity/deliveries/${row.id}`} dataPrimaryLink removeUnderline>
      <Text as="span" fontWeight="semibold" breakWord>
        {intl.say(deliveryLabel(row))}
      </Text>
    </Link>,
    <Badge key="state" tone={tone}>
      {intl.say(label)}
    </Badge>,
    <Text key="why" as="p" breakWord>
      {row.reason ? intl.say(describeInboxReason(row.reason)) : "—"}
    </Text>,
    <Text key="when" as="span">
      {intl.moment(row.receivedAt)}
    </Text>,
  ];
}
