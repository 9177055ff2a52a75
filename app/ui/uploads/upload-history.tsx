import { useSearchParams } from "@remix-run/react";
import { Badge, type BadgeProps, BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { ListedUpload, UploadPage } from "~/codes/list-uploads.server";
import type { MessageId } from "~/messages/english";
import type { ShopIntl } from "~/messages/shop-intl";
import { useShopIntl } from "../shop-intl";
import { TimesNote } from "../times-note";
import { useDownload } from "../use-download";
import { RemoveUpload } from "./remove-upload";

/** The uploads of a coupon, also those another browser is sending right now; newest first. */
export function UploadHistory({ page, before }: { page: UploadPage; before: number | null }) {
  const intl = useShopIntl();
  const { uploads, older } = page;
  const [query] = useSearchParams();
  const address = (from: number | null) => {
    const others = [...query].filter(([name]) => name !== "before");
    return `?${new URLSearchParams([...others, ...(from === null ? [] : [["before", String(from)]])])}`;
  };
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {intl.say("codes.uploads")}
        </Text>
        {uploads.length === 0 ? (
          <Text as="p" tone="subdued">
            {intl.say("codes.no_uploads")}
          </Text>
        ) : (
          <ol style={{ margin: 0, padding: 0, listStyle: "none", display: "grid", gap: 20 }}>
            {uploads.map((upload) => (
              <Upload key={upload.id} upload={upload} />
            ))}
          </ol>
        )}
        {before !== null || older !== null ? (
          <InlineStack gap="300">
            {before !== null ? <Button url={address(null)}>{intl.say("codes.newest_uploads")}</Button> : null}
            {older !== null ? <Button url={address(older)}>{intl.say("codes.older_uploads")}</Button> : null}
          </InlineStack>
        ) : null}
        {uploads.length > 0 ? <TimesNote /> : null}
      </BlockStack>
    </Card>
  );
}

function Upload({ upload }: { upload: ListedUpload }) {
  const intl = useShopIntl();
  const { id, fileName, createdAt, hasRejects } = upload;
  const download = useDownload(`/app/uploads/${id}/rejects`, "lines-without-a-code.csv");
  const { label, tone } = stateOf(upload);
  return (
    <li style={{ overflowWrap: "anywhere" }}>
      <BlockStack gap="100" inlineAlign="start">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm" breakWord>
            {fileName}
          </Text>
          <Badge tone={tone}>{intl.say(label)}</Badge>
        </InlineStack>
        <Text as="p" tone="subdued">
          {intl.moment(createdAt)}
        </Text>
        <Text as="p">{progressOf(intl, upload)}</Text>
        {hasRejects ? (
          <Box paddingBlockStart="100">
            <Button
              variant="plain"
              loading={download.isLoading}
              onClick={() => void download.start()}
              accessibilityLabel={intl.say("codes.download_rejects_of", { file: fileName })}
            >
              {intl.say("codes.download_rejects")}
            </Button>
          </Box>
        ) : null}
        {upload.state === "open" && upload.left > 0 ? (
          <RemoveUpload id={id} fileName={fileName} left={upload.left} />
        ) : null}
        {download.problem ? (
          <Text as="p" tone="critical">
            {download.problem}
          </Text>
        ) : null}
      </BlockStack>
    </li>
  );
}

function stateOf({ state, counts, left }: ListedUpload): { label: MessageId; tone?: BadgeProps["tone"] } {
  switch (state) {
    case "importing":
      return { label: "codes.upload_running", tone: "info" };
    case "open":
      return left > 0 ? { label: "codes.upload_in_use", tone: "success" } : { label: "codes.upload_used_up" };
    case "closed":
      return { label: "codes.upload_ended" };
    case "abandoned":
      return counts
        ? { label: "codes.upload_added_nothing", tone: "attention" }
        : { label: "codes.upload_not_completed", tone: "critical" };
  }
}

/** What became of an upload, in a sentence or two. */
function progressOf(intl: ShopIntl, { state, counts, stored, taken, left }: ListedUpload): string {
  if (state === "importing") return intl.say("codes.stored_so_far", { stored });
  if (!counts) return state === "abandoned" ? intl.say("codes.nothing_was_added") : given(intl, { taken, left });
  const { lines, blank, added, duplicateInFile: inFile, duplicateInShop: inShop, invalid } = counts;
  const split = intl.say("codes.lines_split", { lines: lines - blank, added, inFile, inShop, invalid });
  const removed = state === "abandoned" ? 0 : added - taken - left;
  return added > 0 ? `${split} ${given(intl, { taken, left, removed })}` : split;
}

function given(
  intl: ShopIntl,
  { taken, left, removed = 0 }: { taken: number; left: number; removed?: number },
): string {
  return intl.say("codes.given_of_upload", { taken, left, removed });
}
