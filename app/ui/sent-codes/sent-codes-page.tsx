import { useNavigate } from "@remix-run/react";
import { Banner, BlockStack, Box, Button, Card, Page, Pagination, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { SentCodesPage as SentCodes } from "~/insights/list-sent-codes.server";
import { narrows, type SentCodesFilter, sentCodesQuery } from "~/insights/sent-codes-filter";
import { useShopIntl } from "../shop-intl";
import { TimesNote } from "../times-note";
import { useDownload } from "../use-download";
import { useFreshData } from "../use-fresh-data";
import { SentCodesFilters } from "./sent-codes-filters";
import { SentCodesTable } from "./sent-codes-table";

/** The record of codes that were taken, of all coupons or of one; newest first, page by page, searched and narrowed. */
export function SentCodesPage(props: {
  subtitle?: string;
  /** The page this one belongs to; none where it stands in the navigation. */
  backUrl?: string;
  page: SentCodes;
  filter: SentCodesFilter;
  couponId?: string;
  /** Stands above the list. */
  children?: ReactNode;
}) {
  const { subtitle, backUrl, page, filter, couponId, children } = props;
  const query = sentCodesQuery(filter);
  const exported = new URLSearchParams([...query, ...(couponId ? [["coupon", couponId]] : [])]);
  const download = useDownload(`/app/sent/export?${exported}`, "sent-codes.csv");
  const intl = useShopIntl();
  useFreshData();
  const isNarrowed = narrows(filter);
  const hasSomething = page.rows.length > 0 || isNarrowed;
  return (
    <Page
      fullWidth
      title={intl.say("sent_codes.title")}
      subtitle={subtitle}
      backAction={backUrl ? { content: intl.say("common.back"), url: backUrl } : undefined}
      secondaryActions={
        page.rows.length > 0
          ? [
              {
                content: intl.say("sent_codes.export"),
                onAction: () => void download.start(),
                loading: download.isLoading,
              },
            ]
          : []
      }
    >
      <BlockStack gap="400">
        {download.problem ? <Banner tone="critical">{download.problem}</Banner> : null}
        {children}
        <Card padding="0">
          {hasSomething ? <SentCodesFilters filter={filter} /> : null}
          <SentCodesTable rows={page.rows} empty={<Nothing isNarrowed={isNarrowed} page={page} />} />
          <Pages page={page} query={query} />
          {page.rows.length > 0 ? (
            <Box padding="400">
              <TimesNote />
            </Box>
          ) : null}
        </Card>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

function Pages({ page, query }: { page: SentCodes; query: URLSearchParams }) {
  const intl = useShopIntl();
  const navigate = useNavigate();
  const go = (name: "after" | "before", cursor: string) =>
    navigate(`?${new URLSearchParams([...query, [name, cursor]])}`);
  const { newer, older, isCut, rows } = page;
  if (newer === null && older === null) return null;
  return (
    <>
      {isCut && rows.length > 0 ? (
        <Box padding="400">
          <Text as="p" tone="subdued">
            {intl.say("sent_codes.is_cut")}
          </Text>
        </Box>
      ) : null}
      <Pagination
        type="table"
        accessibilityLabel={intl.say("sent_codes.pages")}
        hasPrevious={newer !== null}
        onPrevious={() => newer && go("before", newer)}
        hasNext={older !== null}
        onNext={() => older && go("after", older)}
      />
    </>
  );
}

function Nothing({ isNarrowed, page }: { isNarrowed: boolean; page: SentCodes }) {
  const intl = useShopIntl();
  const navigate = useNavigate();
  const message = page.isCut
    ? "sent_codes.nothing_in_part"
    : isNarrowed
      ? "sent_codes.nothing_fits"
      : page.newer || page.older
        ? "sent_codes.nothing_further"
        : "sent_codes.nothing_yet";
  return (
    <Box padding="600">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="p" alignment="center">
          {intl.say(message)}
        </Text>
        {isNarrowed && !page.isCut ? (
          <Button onClick={() => navigate("?")}>{intl.say("sent_codes.show_all")}</Button>
        ) : null}
      </BlockStack>
    </Box>
  );
}
