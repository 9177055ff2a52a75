import { Badge, BlockStack, IndexTable, Link, Text, useBreakpoints } from "@shopify/polaris";
import type { ActivityFilter } from "~/insights/activity-filter";
import { describeEngagement, judgeStanding } from "~/insights/describe-engagement";
import type { EngagementsPage, ListedEngagement } from "~/insights/list-engagements.server";
import { formatMoment } from "~/ui/format-moment";
import { sentence } from "~/ui/sentence";
import { ShopperName } from "~/ui/shopper-name";
import { Nothing } from "./nothing";
import { TableRow } from "./table-row";

interface TableProps {
  page: EngagementsPage;
  filter: ActivityFilter;
  timeZone: string;
  emailIsOn: boolean;
  isLoading: boolean;
}

/** What shoppers did, each with its newest decision. */
export function EngagementsTable({ page, filter, timeZone, emailIsOn, isLoading }: TableProps) {
  const { smDown } = useBreakpoints();
  // Where the search was cut short there may be more: the note below the list says so.
  if (page.rows.length === 0 && page.searchedTo) return null;
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      loading={isLoading}
      itemCount={page.rows.length}
      resourceName={{ singular: "engagement", plural: "engagements" }}
      emptyState={<Nothing filter={filter} />}
      headings={[{ title: "Engagement" }, { title: "Shopper" }, { title: "Decision" }, { title: "When" }]}
    >
      {page.rows.map((row, index) => (
        <TableRow key={row.id} id={row.id} index={index} isBlock={smDown} cells={cellsOf(row, timeZone, emailIsOn)} />
      ))}
    </IndexTable>
  );
}

function cellsOf(row: ListedEngagement, timeZone: string, emailIsOn: boolean) {
  return [
    <Link key="engagement" url={`/app/activity/engagements/${row.id}`} dataPrimaryLink removeUnderline>
      <Text as="span" fontWeight="semibold" breakWord>
        {describeEngagement(row)}
      </Text>
    </Link>,
    row.recipient ? (
      <ShopperName key="shopper" shopper={row.recipient} />
    ) : (
      <Text key="shopper" as="p">
        Unknown shopper
      </Text>
    ),
    <Standing key="decision" {...{ row, timeZone, emailIsOn }} />,
    <Text key="when" as="span">
      {formatMoment(row.engagedAt, timeZone)}
    </Text>,
  ];
}

function Standing(props: { row: ListedEngagement; timeZone: string; emailIsOn: boolean }) {
  const { row, timeZone, emailIsOn } = props;
  const { tone, label, why, sendAt } = judgeStanding(row.decisions[0], row.rewards, { emailIsOn });
  return (
    <BlockStack gap="050" inlineAlign="start">
      <Badge tone={tone}>{label}</Badge>
      <Text as="p" tone="subdued" breakWord>
        {sentence(why)}
        {sendAt ? ` on ${formatMoment(sendAt, timeZone)}` : ""}
      </Text>
    </BlockStack>
  );
}
