import { useFetcher, useNavigate } from "@remix-run/react";
import {
  Badge,
  BlockStack,
  Box,
  Button,
  Card,
  IndexTable,
  Link,
  Page,
  Pagination,
  Text,
  useBreakpoints,
} from "@shopify/polaris";
import type { ReactNode } from "react";
import { describeEngagement } from "~/insights/describe-engagement";
import type { SentCode, SentCodesPage as SentCodes } from "~/insights/list-sent-codes.server";
import { rewardLabel } from "~/insights/reward-label";
import { describeRewardReason } from "~/rewards/reward-reason";
import { formatMoment } from "./format-moment";
import { sentence } from "./sentence";
import { ShopperName } from "./shopper-name";
import { TimesNote } from "./times-note";
import { useFreshData } from "./use-fresh-data";
import { useToast } from "./use-toast";

/** The record of codes that were taken, of all coupons or of one; newest first, page by page. */
export function SentCodesPage(props: {
  subtitle?: string;
  backUrl: string;
  page: SentCodes;
  timeZone: string;
  /** Stands above the list. */
  children?: ReactNode;
}) {
  const { subtitle, backUrl, page, timeZone, children } = props;
  const navigate = useNavigate();
  const { smDown } = useBreakpoints();
  useFreshData();
  const hasPages = page.newer !== null || page.older !== null;
  return (
    <Page title="Sent codes" subtitle={subtitle} backAction={{ content: "Back", url: backUrl }}>
      <BlockStack gap="400">
        {children}
        <Card padding="0">
          <IndexTable
            condensed={smDown}
            selectable={false}
            itemCount={page.rows.length}
            resourceName={{ singular: "code", plural: "codes" }}
            emptyState={<Nothing />}
            headings={[
              { title: "Code" },
              { title: "Shopper" },
              { title: "Engagement" },
              { title: "State" },
              { title: "Sent" },
              { title: "Actions" },
            ]}
          >
            {page.rows.map((row, index) => (
              <Row key={row.id} {...{ row, index, timeZone, isBlock: smDown }} />
            ))}
          </IndexTable>
          {hasPages ? (
            <Pagination
              type="table"
              accessibilityLabel="Pages of sent codes"
              hasPrevious={page.newer !== null}
              onPrevious={() => navigate(`?before=${page.newer}`)}
              hasNext={page.older !== null}
              onNext={() => navigate(`?after=${page.older}`)}
            />
          ) : null}
          {page.rows.length > 0 ? (
            <Box padding="400">
              <TimesNote timeZone={timeZone} />
            </Box>
          ) : null}
        </Card>
      </BlockStack>
    </Page>
  );
}

function Nothing() {
  return (
    <div style={{ padding: 24, textAlign: "center" }}>
      <Text as="p">No code has been sent yet. Each one appears here with who got it, for what, and when.</Text>
    </div>
  );
}

function Row(props: { row: SentCode; index: number; timeZone: string; isBlock: boolean }) {
  const { row, index, timeZone, isBlock } = props;
  const cells = [
    <Text as="span" key="code" fontWeight="semibold" breakWord>
      {row.codeText}
    </Text>,
    <ShopperName key="shopper" shopper={row.recipient} />,
    <BlockStack key="engagement">
      <Link url={`/app/engagements/${row.engagement.id}`}>{describeEngagement(row.engagement)}</Link>
      <Text as="span" tone="subdued" breakWord>
        earned “{row.coupon.description}”
      </Text>
    </BlockStack>,
    <State key="state" row={row} />,
    <span key="sent">{row.settledAt && row.state === "sent" ? formatMoment(row.settledAt, timeZone) : "—"}</span>,
    <SendAgain key="again" row={row} />,
  ];
  return (
    <IndexTable.Row id={row.id} position={index}>
      {isBlock ? (
        <div style={{ padding: "12px 16px", width: "100%", whiteSpace: "normal", overflowWrap: "anywhere" }}>
          <BlockStack gap="100" inlineAlign="start">
            {cells}
          </BlockStack>
        </div>
      ) : (
        cells.map((cell) => <IndexTable.Cell key={cell.key}>{cell}</IndexTable.Cell>)
      )}
    </IndexTable.Row>
  );
}

function State({ row }: { row: SentCode }) {
  const { label, tone } = rewardLabel(row.state);
  return (
    <div style={{ whiteSpace: "normal" }}>
      <Badge tone={tone}>{label}</Badge>
      {row.reason ? (
        <Text as="p" tone="subdued">
          {sentence(describeRewardReason(row.reason))}
        </Text>
      ) : null}
    </div>
  );
}

/** The same code in a new mail, where the last one failed or nobody knows whether it arrived. */
function SendAgain({ row }: { row: SentCode }) {
  const fetcher = useFetcher<{ message?: string; problem?: string }>();
  useToast(fetcher.data);
  if (row.state !== "failed" && row.state !== "parked") return null;
  const sendAgain = () => fetcher.submit(null, { method: "post", action: `/app/rewards/${row.id}/send-again` });
  return (
    <BlockStack gap="100" inlineAlign="start">
      <Button size="slim" onClick={sendAgain} loading={fetcher.state !== "idle"}>
        Send again
      </Button>
      {fetcher.data?.problem ? (
        <Text as="p" tone="critical">
          {fetcher.data.problem}
        </Text>
      ) : null}
    </BlockStack>
  );
}
