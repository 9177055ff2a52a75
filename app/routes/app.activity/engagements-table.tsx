import { Badge, BlockStack, IndexTable, Link, Text, useBreakpoints } from "@shopify/polaris";
import type { ActivityFilter } from "~/insights/activity-filter";
import { describeEngagement, judgeStanding } from "~/insights/describe-engagement";
import type { EngagementsPage, ListedEngagement } from "~/insights/list-engagements.server";
import { sentence } from "~/messages/sentence";
import type { ShopIntl } from "~/messages/shop-intl";
import { capital } from "~/ui/capital";
import { Clamped } from "~/ui/clamped";
import { useShopIntl } from "~/ui/shop-intl";
import { ShopperName } from "~/ui/shopper-name";
import { Nothing } from "./nothing";
import { TableRow } from "./table-row";

interface TableProps {
  page: EngagementsPage;
  filter: ActivityFilter;
  emailIsOn: boolean;
  isLoading: boolean;
}

/** What shoppers did, each with its newest decision. */
export function EngagementsTable({ page, filter, emailIsOn, isLoading }: TableProps) {
  const { mdDown } = useBreakpoints();
  const intl = useShopIntl();
  // Where the search was cut short there may be more: the note below the list says so.
  if (page.rows.length === 0 && page.searchedTo) return null;
  return (
    <IndexTable
      condensed={mdDown}
      selectable={false}
      loading={isLoading}
      itemCount={page.rows.length}
      resourceName={{ singular: intl.say("activity.engagement"), plural: intl.say("activity.engagements") }}
      emptyState={<Nothing filter={filter} />}
      headings={[
        { title: intl.say("activity.engagement_column") },
        { title: intl.say("activity.shopper_column") },
        { title: intl.say("activity.decision_column") },
        { title: intl.say("activity.when_column") },
      ]}
    >
      {page.rows.map((row, index) => (
        <TableRow key={row.id} id={row.id} index={index} isBlock={mdDown} cells={cellsOf(intl, row, emailIsOn)} />
      ))}
    </IndexTable>
  );
}

function cellsOf(intl: ShopIntl, row: ListedEngagement, emailIsOn: boolean) {
  return [
    <Link key="engagement" url={`/app/activity/engagements/${row.id}`} dataPrimaryLink removeUnderline>
      <Text as="span" fontWeight="semibold" breakWord>
        <Clamped>{intl.say(describeEngagement(row))}</Clamped>
      </Text>
    </Link>,
    row.recipient ? (
      <ShopperName key="shopper" shopper={row.recipient} />
    ) : (
      <Text key="shopper" as="p">
        {intl.say("common.unknown_shopper")}
      </Text>
    ),
    <Standing key="decision" row={row} emailIsOn={emailIsOn} />,
    <Text key="when" as="span">
      {intl.moment(row.engagedAt)}
    </Text>,
  ];
}

function Standing({ row, emailIsOn }: { row: ListedEngagement; emailIsOn: boolean }) {
  const intl = useShopIntl();
  const { tone, label, why, sendAt } = judgeStanding(row.decisions[0], row.rewards, { emailIsOn });
  return (
    <BlockStack gap="050" inlineAlign="start">
      <Badge tone={tone}>{intl.say(label)}</Badge>
      <Text as="p" tone="subdued" breakWord>
        <Clamped>
          {capital(intl.say(sendAt ? sentence("activity.why_on", { why, moment: intl.moment(sendAt) }) : why))}
        </Clamped>
      </Text>
    </BlockStack>
  );
}
