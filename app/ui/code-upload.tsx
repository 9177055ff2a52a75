import { BlockStack, Card, DropZone, InlineError, InlineStack, Spinner, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { FilePreviewCard } from "./file-preview-card";
import { ImportReportCard } from "./import-report-card";
import { quantity } from "./quantity";
import { ConfirmReplace, type Replaceable, ReplaceChoice } from "./replace-choice";
import { OtherUploads, UploadProgress, useRunningUploads } from "./upload-progress";
import { type CodeUploadState, useCodeUpload } from "./use-code-upload";

/**
 * Picks a file of codes for a coupon, shows how it would be read, sends it, and shows line by line what became of it. With
 * `toReplace` the merchant chooses whether it replaces the codes there are, and is asked again before it does.
 */
export function CodeUpload(props: {
  couponId: string;
  codesLeft: number;
  toReplace?: Replaceable;
  onBusy?: (isBusy: boolean) => void;
}) {
  const { couponId, codesLeft, toReplace, onBusy } = props;
  const upload = useCodeUpload(couponId);
  const [isReplacing, setReplacing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const isBusy = upload.sent !== null;
  const running = useRunningUploads(couponId, isBusy);
  useEffect(() => onBusy?.(isBusy), [onBusy, isBusy]);
  const canReplace = toReplace !== undefined && toReplace.inPools > 0;
  const send = (replace: boolean) => {
    setAsking(false);
    setReplacing(false);
    void upload.send(replace);
  };
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            Upload codes
          </Text>
          <Text as="p" tone="subdued">
            A CSV file with one code per line. Files made for Klaviyo, Yotpo or Judge.me and discounts exported from
            Shopify work as they are. You see how it is read before anything is stored.
          </Text>
          {codesLeft > 0 ? <Text as="p">{quantity(codesLeft, "code")} ready to be given.</Text> : null}
          {isBusy ? <UploadProgress upload={upload} running={running} /> : <FilePicker upload={upload} />}
          {isBusy ? null : <OtherUploads running={running} />}
        </BlockStack>
      </Card>
      {isBusy || !upload.looked || !canReplace ? null : (
        <Card>
          <ReplaceChoice codes={toReplace} isReplacing={isReplacing} onChange={setReplacing} />
        </Card>
      )}
      {isBusy ? null : (
        <FilePreviewCard upload={upload} onUpload={() => (canReplace && isReplacing ? setAsking(true) : send(false))} />
      )}
      {canReplace ? (
        <ConfirmReplace
          codes={toReplace}
          fileName={isAsking ? (upload.file?.name ?? null) : null}
          onConfirm={() => send(true)}
          onClose={() => setAsking(false)}
        />
      ) : null}
      {upload.answer?.report && !isBusy ? (
        <ImportReportCard report={upload.answer.report} holders={upload.answer.holders ?? {}} />
      ) : null}
    </BlockStack>
  );
}

/** Takes a file, and says beside it why one was not taken. */
function FilePicker({ upload }: { upload: CodeUploadState }) {
  const { file, answer, isLooking, pick } = upload;
  const problem = answer?.problem ?? null;
  const refusal = problem && (file ? `${file.name}: ${problem}` : problem);
  return (
    <>
      <DropZone
        id="code-file"
        label="CSV file with codes"
        accept=".csv,.txt,text/csv,text/plain"
        allowMultiple={false}
        type="file"
        onDrop={([picked]) => picked && pick(picked)}
        error={refusal !== null}
      >
        <DropZone.FileUpload actionTitle="Choose file" actionHint="or drop it here" />
      </DropZone>
      {refusal ? <InlineError fieldID="code-file" message={refusal} /> : null}
      {isLooking ? (
        <InlineStack gap="200" blockAlign="center">
          <Spinner size="small" accessibilityLabel="Looking at the file" />
          <Text as="p" breakWord>
            Looking at {file?.name}.
          </Text>
        </InlineStack>
      ) : null}
    </>
  );
}
