import { Badge, BlockStack, IndexTable, Link, Text, useBreakpoints } from "@shopify/polaris";
import type { ReactNode } from "react";
import { describeEngagement } from "~/insights/describe-engagement";
import type { SentCode } from "~/insights/list-sent-codes.server";
import { rewardLabel } from "~/insights/reward-label";
import { describeRewardReason } from "~/rewards/reward-reason";
import { formatMoment } from "./format-moment";
import { SendAgain } from "./send-again";
import { sentence } from "./sentence";
import { ShopperName } from "./shopper-name";
import { UsedOnOrders } from "./used-on-orders";

/** How times and money are written. */
export interface ShopTerms {
  timeZone: string;
  /** ISO 4217. */
  currency: string;
}

/** Sent codes as an index table; on a phone each is a block of its own. `empty` stands in place of none. */
export function SentCodesTable({ rows, terms, empty }: { rows: SentCode[]; terms: ShopTerms; empty: ReactNode }) {
  const { mdDown } = useBreakpoints();
  return (
    <IndexTable
      condensed={mdDown}
      selectable={false}
      itemCount={rows.length}
      resourceName={{ singular: "code", plural: "codes" }}
      emptyState={empty}
      headings={[
        { title: "Code" },
        { title: "Shopper" },
        { title: "Engagement" },
        { title: "Given" },
        { title: "State" },
        { title: "Redeemed" },
      ]}
    >
      {rows.map((row, index) =>
        mdDown ? <Block key={row.id} {...{ row, index, terms }} /> : <Row key={row.id} {...{ row, index, terms }} />,
      )}
    </IndexTable>
  );
}

/** What a column needs for its usual words not to be broken, in pixels. */
const WIDTHS: Record<string, number> = { code: 100, shopper: 132, engagement: 132, given: 78, state: 92, redeemed: 84 };

interface Line {
  row: SentCode;
  index: number;
  terms: ShopTerms;
}

function Row({ row, index, terms }: Line) {
  const cells = {
    code: <Code row={row} />,
    shopper: <ShopperName shopper={row.recipient} />,
    engagement: <Earned row={row} />,
    given: <Moment at={row.codeTakenAt} terms={terms} />,
    state: <State row={row} terms={terms} />,
    redeemed: <UsedOnOrders orders={row.redemptions} currency={terms.currency} />,
  };
  return (
    <IndexTable.Row id={row.id} position={index}>
      {Object.entries(cells).map(([name, cell]) => (
        <IndexTable.Cell key={name}>
          <div style={{ whiteSpace: "normal", overflowWrap: "anywhere", minWidth: WIDTHS[name] }}>{cell}</div>
        </IndexTable.Cell>
      ))}
    </IndexTable.Row>
  );
}

function Block({ row, index, terms }: Line) {
  return (
    <IndexTable.Row id={row.id} position={index}>
      <div style={{ padding: "12px 16px", width: "100%", whiteSpace: "normal", overflowWrap: "anywhere" }}>
        <BlockStack gap="100" inlineAlign="start">
          <Code row={row} />
          <ShopperName shopper={row.recipient} />
          <Earned row={row} />
          {row.codeTakenAt ? (
            <Text as="p" tone="subdued">
              Given {formatMoment(row.codeTakenAt, terms.timeZone)}
            </Text>
          ) : null}
          <State row={row} terms={terms} />
          {row.redemptions.length > 0 ? <UsedOnOrders orders={row.redemptions} currency={terms.currency} /> : null}
        </BlockStack>
      </div>
    </IndexTable.Row>
  );
}

function Code({ row }: { row: SentCode }) {
  return (
    <Link url={`/app/sent/${row.id}`} removeUnderline>
      <Text as="span" fontWeight="semibold" breakWord>
        {row.codeText}
      </Text>
    </Link>
  );
}

function Earned({ row }: { row: SentCode }) {
  return (
    <BlockStack>
      <Link url={`/app/activity/engagements/${row.engagement.id}`}>{describeEngagement(row.engagement)}</Link>
      <Text as="span" tone="subdued" breakWord>
        earned “{row.description}”
      </Text>
    </BlockStack>
  );
}

function Moment({ at, terms }: { at: Date | null; terms: ShopTerms }) {
  return <span>{at ? formatMoment(at, terms.timeZone) : "—"}</span>;
}

/** How its mail fares and since when, and the way to send it again. */
function State({ row, terms }: { row: SentCode; terms: ShopTerms }) {
  const { label, tone } = rewardLabel(row.state);
  return (
    <BlockStack gap="100" inlineAlign="start">
      <Badge tone={tone}>{label}</Badge>
      {row.settledAt ? (
        <Text as="p" tone="subdued">
          {formatMoment(row.settledAt, terms.timeZone)}
        </Text>
      ) : null}
      {row.reason ? (
        <Text as="p" tone="subdued" breakWord>
          {sentence(describeRewardReason(row.reason))}
        </Text>
      ) : null}
      <SendAgain reward={row} of={row.codeText} />
    </BlockStack>
  );
}
