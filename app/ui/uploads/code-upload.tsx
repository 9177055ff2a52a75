import { BlockStack, Card, DropZone, InlineStack, Spinner, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { sentence } from "~/messages/sentence";
import { ProblemInView } from "../forms/problem-in-view";
import { useShopIntl } from "../shop-intl";
import { FilePreviewCard } from "./file-preview-card";
import { ImportReportCard } from "./import-report-card";
import { ConfirmReplace, type Replaceable, ReplaceChoice } from "./replace-choice";
import { OtherUploads, UploadProgress, useRunningUploads } from "./upload-progress";
import { type CodeUploadState, useCodeUpload } from "./use-code-upload";

/** How far a file is: none, picked but not sent, on its way. */
export type UploadStage = "none" | "unsent" | "sending";

/**
 * Picks a file of codes for a coupon, shows how it would be read, sends it, and shows line by line what became of it. With
 * `toReplace` the merchant chooses whether it replaces the codes there are, and is asked again before it does.
 */
export function CodeUpload(props: {
  couponId: string;
  codesLeft: number;
  toReplace?: Replaceable;
  /** Why the page's form was refused: no codes. */
  problem?: string | undefined;
  /** Whether the merchant wanted to go on while a file was not sent. */
  isForgotten?: boolean;
  onStage?: (stage: UploadStage) => void;
}) {
  const { couponId, codesLeft, toReplace, problem, isForgotten = false, onStage } = props;
  const intl = useShopIntl();
  const upload = useCodeUpload(couponId);
  const [isReplacing, setReplacing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const isBusy = upload.sent !== null;
  const running = useRunningUploads(couponId, isBusy);
  useToldStage(upload, onStage);
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
            {intl.say("codes.upload_codes")}
          </Text>
          <Text as="p" tone="subdued">
            {intl.say("codes.what_file")}
          </Text>
          {codesLeft > 0 ? <Text as="p">{intl.say("codes.ready_to_be_given", { count: codesLeft })}</Text> : null}
          {isBusy ? (
            <UploadProgress upload={upload} running={running} />
          ) : (
            <FilePicker upload={upload} problem={problem} />
          )}
          {isBusy ? null : <OtherUploads running={running} />}
        </BlockStack>
      </Card>
      {isBusy || !upload.looked || !canReplace ? null : (
        <Card>
          <ReplaceChoice codes={toReplace} isReplacing={isReplacing} onChange={setReplacing} />
        </Card>
      )}
      {isBusy ? null : (
        <FilePreviewCard
          {...{ upload, isForgotten }}
          onUpload={() => (canReplace && isReplacing ? setAsking(true) : send(false))}
        />
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

/** Tells the page how far the file is, and when it is gone from the page. */
function useToldStage({ sent, looked, isLooking }: CodeUploadState, onStage?: (stage: UploadStage) => void): void {
  const stage = sent !== null ? "sending" : looked || isLooking ? "unsent" : "none";
  useEffect(() => onStage?.(stage), [onStage, stage]);
  useEffect(() => () => onStage?.("none"), [onStage]);
}

/** Takes a file, and says beside it why one was not taken, or with `problem` that one is needed. */
function FilePicker({ upload, problem: needed }: { upload: CodeUploadState; problem: string | undefined }) {
  const intl = useShopIntl();
  const { file, answer, isLooking, pick } = upload;
  const problem = answer?.problem ?? null;
  const refused = problem && intl.say(file ? sentence("codes.problem_of_file", { file: file.name, problem }) : problem);
  const refusal = refused ?? (upload.looked || isLooking ? null : (needed ?? null));
  return (
    <>
      <DropZone
        id="code-file"
        label={intl.say("codes.csv_file")}
        accept=".csv,.txt,text/csv,text/plain"
        allowMultiple={false}
        type="file"
        onDrop={([picked]) => picked && pick(picked)}
        error={refusal !== null}
      >
        <DropZone.FileUpload actionTitle={intl.say("codes.choose_file")} actionHint={intl.say("codes.or_drop_it")} />
      </DropZone>
      {refusal ? <ProblemInView key={refusal} fieldId="code-file" message={refusal} /> : null}
      {isLooking ? (
        <InlineStack gap="200" blockAlign="center">
          <Spinner size="small" accessibilityLabel={intl.say("codes.looking_at_the_file")} />
          <Text as="p" breakWord>
            {intl.say("codes.looking_at_file", { file: file?.name })}
          </Text>
        </InlineStack>
      ) : null}
    </>
  );
}
