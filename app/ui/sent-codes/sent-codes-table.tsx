import { Badge, BlockStack, IndexTable, Link, Text, useBreakpoints } from "@shopify/polaris";
import { type ReactNode, useCallback, useState } from "react";
import { describeEngagement } from "~/insights/describe-engagement";
import type { SentCode } from "~/insights/list-sent-codes.server";
import { rewardLabel } from "~/insights/reward-label";
import { describeRewardReason } from "~/rewards/reward-reason";
import { capital } from "../capital";
import { Clamped } from "../clamped";
import { useShopIntl } from "../shop-intl";
import { ShopperName } from "../shopper-name";
import { SendAgainButton, SendAgainDialog } from "./send-again";
import { UsedOnOrders } from "./used-on-orders";

/** Sent codes as an index table; on a phone each is a block of its own. `empty` stands in place of none. */
export function SentCodesTable({ rows, empty }: { rows: SentCode[]; empty: ReactNode }) {
  const intl = useShopIntl();
  const { mdDown } = useBreakpoints();
  // The question stands beside the rows: they are other ones once the window is wide or narrow.
  const [asked, setAsked] = useState<SentCode | null>(null);
  const close = useCallback(() => setAsked(null), []);
  return (
    <>
      <IndexTable
        condensed={mdDown}
        selectable={false}
        itemCount={rows.length}
        resourceName={{ singular: intl.say("sent_codes.code"), plural: intl.say("sent_codes.codes") }}
        emptyState={empty}
        headings={[
          { title: intl.say("sent_codes.code_column") },
          { title: intl.say("sent_codes.shopper_column") },
          { title: intl.say("sent_codes.engagement_column") },
          { title: intl.say("sent_codes.given_column") },
          { title: intl.say("sent_codes.state_column") },
          { title: intl.say("sent_codes.redeemed_column") },
        ]}
      >
        {rows.map((row, index) => {
          const line = { row, index, onAsk: () => setAsked(row) };
          return mdDown ? <Block key={row.id} {...line} /> : <Row key={row.id} {...line} />;
        })}
      </IndexTable>
      {asked ? <SendAgainDialog reward={asked} onClose={close} /> : null}
    </>
  );
}

/** What a column needs for its usual words not to be broken, in pixels. */
const WIDTHS: Record<string, number> = { code: 100, shopper: 132, engagement: 132, given: 78, state: 92, redeemed: 84 };

interface Line {
  row: SentCode;
  index: number;
  /** Asks whether its mail is to be sent again. */
  onAsk: () => void;
}

function Row({ row, index, onAsk }: Line) {
  const cells = {
    code: <Code row={row} />,
    shopper: <ShopperName shopper={row.recipient} />,
    engagement: <Earned row={row} />,
    given: <Moment at={row.codeTakenAt} />,
    state: <State row={row} onAsk={onAsk} />,
    redeemed: <UsedOnOrders orders={row.redemptions} />,
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

function Block({ row, index, onAsk }: Line) {
  const intl = useShopIntl();
  return (
    <IndexTable.Row id={row.id} position={index}>
      <div style={{ padding: "12px 16px", width: "100%", whiteSpace: "normal", overflowWrap: "anywhere" }}>
        <BlockStack gap="100" inlineAlign="start">
          <Code row={row} />
          <ShopperName shopper={row.recipient} />
          <Earned row={row} />
          {row.codeTakenAt ? (
            <Text as="p" tone="subdued">
              {intl.say("sent_codes.given_at", { moment: intl.moment(row.codeTakenAt) })}
            </Text>
          ) : null}
          <State row={row} onAsk={onAsk} />
          {row.redemptions.length > 0 ? <UsedOnOrders orders={row.redemptions} /> : null}
        </BlockStack>
      </div>
    </IndexTable.Row>
  );
}

function Code({ row }: { row: SentCode }) {
  return (
    <Link url={`/app/sent/${row.id}`} removeUnderline>
      <Text as="span" fontWeight="semibold" breakWord>
        <Clamped>{row.codeText}</Clamped>
      </Text>
    </Link>
  );
}

function Earned({ row }: { row: SentCode }) {
  const intl = useShopIntl();
  return (
    <BlockStack>
      <Link url={`/app/activity/engagements/${row.engagement.id}`}>
        <Clamped>{intl.say(describeEngagement(row.engagement))}</Clamped>
      </Link>
      <Text as="span" tone="subdued" breakWord>
        <Clamped>{intl.say("sent_codes.earned", { coupon: row.description })}</Clamped>
      </Text>
    </BlockStack>
  );
}

function Moment({ at }: { at: Date | null }) {
  const intl = useShopIntl();
  return <span>{at ? intl.moment(at) : "—"}</span>;
}

/** How its mail fares and since when, and the way to send it again. */
function State({ row, onAsk }: Pick<Line, "row" | "onAsk">) {
  const intl = useShopIntl();
  const { label, tone } = rewardLabel(row.state);
  return (
    <BlockStack gap="100" inlineAlign="start">
      <Badge tone={tone}>{intl.say(label)}</Badge>
      {row.settledAt ? (
        <Text as="p" tone="subdued">
          {intl.moment(row.settledAt)}
        </Text>
      ) : null}
      {row.sentAgainAt ? (
        <Text as="p" tone="subdued">
          {intl.say("sent_codes.sent_again_at", { moment: intl.moment(row.sentAgainAt) })}
        </Text>
      ) : null}
      {row.reason ? (
        <Text as="p" tone="subdued" breakWord>
          {capital(intl.say(describeRewardReason(row.reason)))}
        </Text>
      ) : null}
      <SendAgainButton reward={row} of={row.codeText} onAsk={onAsk} />
    </BlockStack>
  );
}
