import { Badge, BlockStack, Card, InlineStack, List, Text } from "@shopify/polaris";
import type { ImportReport } from "~/codes/import-report";
import type { NamedHolder } from "~/codes/name-code-holders.server";
import { rejectSentence } from "~/codes/reject-reason";
import { HolderLink } from "../sent-codes/holder-link";
import { useShopIntl } from "../shop-intl";
import { describeNotice } from "./describe-notice";

/** Rejected lines shown at once. */
const MOST_SHOWN = 20;

/** What became of an uploaded file: counts, what to know, and each bad line with its reason. `holders`: who has its code, by line. */
export function ImportReportCard(props: { report: ImportReport; holders: Record<number, NamedHolder> }) {
  const { report, holders } = props;
  const intl = useShopIntl();
  const counts = [
    { count: report.added, label: "codes.count_added" as const, tone: "success" as const },
    { count: report.duplicateInFile, label: "codes.count_repeated" as const, tone: "attention" as const },
    { count: report.duplicateInShop, label: "codes.count_known" as const, tone: "attention" as const },
    { count: report.invalid, label: "codes.count_unusable" as const, tone: "critical" as const },
  ];
  const rejected = report.duplicateInFile + report.duplicateInShop + report.invalid;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {intl.say("codes.result_of_upload")}
        </Text>
        <InlineStack gap="200">
          {counts.map(({ count, label, tone }) =>
            count > 0 || label === "codes.count_added" ? (
              <Badge key={label} tone={count > 0 ? tone : undefined}>
                {intl.say(label, { count })}
              </Badge>
            ) : null,
          )}
        </InlineStack>
        {report.notices.map((notice) => (
          <Text as="p" key={notice.kind}>
            {describeNotice(intl, notice, report)}
          </Text>
        ))}
        {report.rejects.length > 0 ? (
          <List>
            {report.rejects.slice(0, MOST_SHOWN).map(({ line, code, reason }) => (
              <List.Item key={line}>
                {code
                  ? intl.say("codes.rejected_line", { line, code, reason: rejectSentence(reason) })
                  : intl.say("codes.line_with", { line, code: rejectSentence(reason) })}{" "}
                <Holder holder={holders[line]} />
              </List.Item>
            ))}
          </List>
        ) : null}
        {report.rejects.length > MOST_SHOWN ? (
          <Text as="p" tone="subdued">
            {intl.say("codes.first_rejects", { shown: MOST_SHOWN, all: rejected })}
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Holder({ holder }: { holder: NamedHolder | undefined }) {
  const intl = useShopIntl();
  return holder ? intl.rich("codes.belongs_to", { coupon: () => <HolderLink key="coupon" holder={holder} /> }) : null;
}
