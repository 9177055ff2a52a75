import { Badge, BlockStack, Card, InlineStack, List, Text } from "@shopify/polaris";
import type { ImportNotice, ImportReport } from "~/codes/import-report";
import type { NamedHolder } from "~/codes/name-code-holders.server";
import { rejectSentence } from "~/codes/reject-reason";
import { HolderLink } from "./holder-link";
import { quantity } from "./quantity";

/** Rejected lines shown at once. */
const MOST_SHOWN = 20;

/** What became of an uploaded file: counts, what to know, and each bad line with its reason. `holders`: who has its code, by line. */
export function ImportReportCard(props: { report: ImportReport; holders: Record<number, NamedHolder> }) {
  const { report, holders } = props;
  const counts = [
    { count: report.added, label: "added", tone: "success" as const },
    { count: report.duplicateInFile, label: "repeated in the file", tone: "attention" as const },
    { count: report.duplicateInShop, label: "already in this shop", tone: "attention" as const },
    { count: report.invalid, label: "not usable", tone: "critical" as const },
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Result of the upload
        </Text>
        <InlineStack gap="200">
          {counts.map(({ count, label, tone }) =>
            count > 0 || label === "added" ? (
              <Badge key={label} tone={count > 0 ? tone : undefined}>{`${count.toLocaleString("en")} ${label}`}</Badge>
            ) : null,
          )}
        </InlineStack>
        {report.notices.map((notice) => (
          <Text as="p" key={notice.kind}>
            {describeNotice(notice, report)}
          </Text>
        ))}
        {report.rejects.length > 0 ? (
          <List>
            {report.rejects.slice(0, MOST_SHOWN).map(({ line, code, reason }) => (
              <List.Item key={line}>
                Line {line}
                {code ? ` (${code})` : ""}: {rejectSentence(reason)} <Holder holder={holders[line]} />
              </List.Item>
            ))}
          </List>
        ) : null}
        {report.rejects.length > MOST_SHOWN ? (
          <Text as="p" tone="subdued">
            The first {MOST_SHOWN} of {report.duplicateInFile + report.duplicateInShop + report.invalid} lines that gave
            no code.
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Holder({ holder }: { holder: NamedHolder | undefined }) {
  return holder ? (
    <>
      It belongs to <HolderLink holder={holder} />.
    </>
  ) : null;
}

function describeNotice(notice: ImportNotice, { duplicateInShop }: ImportReport): string {
  switch (notice.kind) {
    case "ignored_columns":
      return `These columns were not used: ${notice.columns.join(", ")}. Every code is given once.`;
    case "codes_end":
      return `${notice.count} codes have an end date of their own, the first on ${notice.firstDay}. Consider an expiration for the coupon.`;
    case "replaced":
      return `${quantity(notice.count, "code")} of earlier uploads that nobody had been given ${notice.count === 1 ? "was" : "were"} removed.${duplicateInShop > 0 ? " Codes of this file that were among them count as already in this shop: upload the file once more, added to the codes there are, and they are back." : ""}`;
  }
}
