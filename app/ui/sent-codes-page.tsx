import { useNavigate } from "@remix-run/react";
import { Banner, BlockStack, Box, Button, Card, Page, Pagination, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { SentCodesPage as SentCodes } from "~/insights/list-sent-codes.server";
import { narrows, type SentCodesFilter, sentCodesQuery } from "~/insights/sent-codes-filter";
import { SentCodesFilters } from "./sent-codes-filters";
import { SentCodesTable, type ShopTerms } from "./sent-codes-table";
import { TimesNote } from "./times-note";
import { useDownload } from "./use-download";
import { useFreshData } from "./use-fresh-data";

/** The record of codes that were taken, of all coupons or of one; newest first, page by page, searched and narrowed. */
export function SentCodesPage(props: {
  subtitle?: string;
  backUrl: string;
  page: SentCodes;
  filter: SentCodesFilter;
  terms: ShopTerms;
  couponId?: string;
  /** Stands above the list. */
  children?: ReactNode;
}) {
  const { subtitle, backUrl, page, filter, terms, couponId, children } = props;
  const query = sentCodesQuery(filter);
  const exported = new URLSearchParams([...query, ...(couponId ? [["coupon", couponId]] : [])]);
  const download = useDownload(`/app/sent/export?${exported}`, "sent-codes.csv");
  useFreshData();
  const isNarrowed = narrows(filter);
  const hasSomething = page.rows.length > 0 || isNarrowed;
  return (
    <Page
      fullWidth
      title="Sent codes"
      subtitle={subtitle}
      backAction={{ content: "Back", url: backUrl }}
      secondaryActions={
        page.rows.length > 0
          ? [{ content: "Export CSV", onAction: () => void download.start(), loading: download.isLoading }]
          : []
      }
    >
      <BlockStack gap="400">
        {download.problem ? <Banner tone="critical">{download.problem}</Banner> : null}
        {children}
        <Card padding="0">
          {hasSomething ? <SentCodesFilters filter={filter} timeZone={terms.timeZone} /> : null}
          <SentCodesTable rows={page.rows} terms={terms} empty={<Nothing isNarrowed={isNarrowed} page={page} />} />
          <Pages page={page} query={query} />
          {page.rows.length > 0 ? (
            <Box padding="400">
              <TimesNote timeZone={terms.timeZone} />
            </Box>
          ) : null}
        </Card>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

function Pages({ page, query }: { page: SentCodes; query: URLSearchParams }) {
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
            Very many codes fit your search, so only a part of the record was looked through. The next page looks
            further.
          </Text>
        </Box>
      ) : null}
      <Pagination
        type="table"
        accessibilityLabel="Pages of sent codes"
        hasPrevious={newer !== null}
        onPrevious={() => newer && go("before", newer)}
        hasNext={older !== null}
        onNext={() => older && go("after", older)}
      />
    </>
  );
}

function Nothing({ isNarrowed, page }: { isNarrowed: boolean; page: SentCodes }) {
  const navigate = useNavigate();
  const words = page.isCut
    ? "None in the part of the record that was looked through. Look further with the arrows below, type more, or choose days."
    : isNarrowed
      ? "No sent code fits. Check the spelling, or take a filter away."
      : page.newer || page.older
        ? "There is nothing further on."
        : "No code has been sent yet. Each one appears here with who got it, for what, and when.";
  return (
    <Box padding="600">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="p" alignment="center">
          {words}
        </Text>
        {isNarrowed && !page.isCut ? <Button onClick={() => navigate("?")}>Show all sent codes</Button> : null}
      </BlockStack>
    </Box>
  );
}
