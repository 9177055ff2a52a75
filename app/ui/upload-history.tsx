import { Badge, type BadgeProps, BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { ListedUpload, UploadPage } from "~/codes/list-uploads.server";
import { formatMoment } from "./format-moment";
import { quantity } from "./quantity";
import { RemoveUpload } from "./remove-upload";
import { TimesNote } from "./times-note";
import { useDownload } from "./use-download";

/** The uploads of a coupon, also those another browser is sending right now; newest first. */
export function UploadHistory({
  page,
  before,
  timeZone,
}: {
  page: UploadPage;
  before: number | null;
  timeZone: string;
}) {
  const { uploads, older } = page;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Uploads of this coupon
        </Text>
        {uploads.length === 0 ? (
          <Text as="p" tone="subdued">
            No file was uploaded yet. Each file you upload is listed here with what became of its lines.
          </Text>
        ) : (
          <ol style={{ margin: 0, padding: 0, listStyle: "none", display: "grid", gap: 20 }}>
            {uploads.map((upload) => (
              <Upload key={upload.id} upload={upload} timeZone={timeZone} />
            ))}
          </ol>
        )}
        {before !== null || older !== null ? (
          <InlineStack gap="300">
            {before !== null ? <Button url="?">Newest uploads</Button> : null}
            {older !== null ? <Button url={`?before=${older}`}>Older uploads</Button> : null}
          </InlineStack>
        ) : null}
        {uploads.length > 0 ? <TimesNote /> : null}
      </BlockStack>
    </Card>
  );
}

function Upload({ upload, timeZone }: { upload: ListedUpload; timeZone: string }) {
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
          <Badge tone={tone}>{label}</Badge>
        </InlineStack>
        <Text as="p" tone="subdued">
          {formatMoment(createdAt, timeZone)}
        </Text>
        <Text as="p">{progressOf(upload)}</Text>
        {hasRejects ? (
          <Box paddingBlockStart="100">
            <Button
              variant="plain"
              loading={download.isLoading}
              onClick={() => void download.start()}
              accessibilityLabel={`Download the lines that gave no code: ${fileName}`}
            >
              Download the lines that gave no code
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

function stateOf({ state, counts, left }: ListedUpload): { label: string; tone?: BadgeProps["tone"] } {
  switch (state) {
    case "importing":
      return { label: "Running", tone: "info" };
    case "open":
      return left > 0 ? { label: "In use", tone: "success" } : { label: "Used up" };
    case "closed":
      return { label: "Ended" };
    case "abandoned":
      return counts ? { label: "Nothing added", tone: "attention" } : { label: "Not completed", tone: "critical" };
  }
}

/** What became of an upload, in a sentence or two. */
function progressOf({ state, counts, stored, taken, left }: ListedUpload): string {
  if (state === "importing")
    return `${quantity(stored, "code")} stored so far; none can be given before all are there.`;
  if (!counts) return state === "abandoned" ? "Nothing was added." : given(taken, left);
  const { lines, blank, added, duplicateInFile, duplicateInShop, invalid } = counts;
  const rejected = [
    some(duplicateInFile, "repeated in the file"),
    some(duplicateInShop, "already in this shop"),
    some(invalid, "not usable"),
  ].flatMap((part) => part ?? []);
  const split = [`${added.toLocaleString("en")} added`, ...rejected].join(", ");
  const removed = state === "abandoned" ? 0 : added - taken - left;
  const ended = removed > 0 ? `, ${removed.toLocaleString("en")} removed` : "";
  return `${quantity(lines - blank, "line")}: ${split}.${added > 0 ? ` ${given(taken, left, ended)}` : ""}`;
}

function given(taken: number, left: number, more = ""): string {
  return `${taken.toLocaleString("en")} given, ${left.toLocaleString("en")} left${more}.`;
}

function some(count: number, what: string): string | null {
  return count === 0 ? null : `${count.toLocaleString("en")} ${what}`;
}
