import { Badge, IndexTable, Link, Text, useBreakpoints } from "@shopify/polaris";
import { describeInboxReason } from "~/engagements/inbox-reason";
import { deliveryState } from "~/insights/delivery-state";
import type { UnreadDelivery } from "~/insights/list-unread-deliveries.server";
import { deliveryLabel } from "~/insights/source-label";
import { formatMoment } from "~/ui/format-moment";
import { Nothing } from "./nothing";
import { TableRow } from "./table-row";

/** What was accepted from a source and could not be read, with the reason. */
export function DeliveriesTable(props: { rows: UnreadDelivery[]; timeZone: string; isLoading: boolean }) {
  const { rows, timeZone, isLoading } = props;
  const { smDown } = useBreakpoints();
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      loading={isLoading}
      itemCount={rows.length}
      resourceName={{ singular: "event", plural: "events" }}
      emptyState={<Nothing filter={{ view: "unread", reason: null }} />}
      headings={[{ title: "Event" }, { title: "State" }, { title: "Why" }, { title: "Came in" }]}
    >
      {rows.map((row, index) => (
        <TableRow key={row.id} id={String(row.id)} index={index} isBlock={smDown} cells={cellsOf(row, timeZone)} />
      ))}
    </IndexTable>
  );
}

function cellsOf(row: UnreadDelivery, timeZone: string) {
  const { tone, label } = deliveryState(row.state);
  return [
    <Link key="event" url={`/app/activity/deliveries/${row.id}`} dataPrimaryLink removeUnderline>
      <Text as="span" fontWeight="semibold" breakWord>
        {deliveryLabel(row)}
      </Text>
    </Link>,
    <Badge key="state" tone={tone}>
      {label}
    </Badge>,
    <Text key="why" as="p" breakWord>
      {row.reason ? describeInboxReason(row.reason) : "—"}
    </Text>,
    <Text key="when" as="span">
      {formatMoment(row.receivedAt, timeZone)}
    </Text>,
  ];
}
