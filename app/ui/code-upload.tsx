import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, DropZone, InlineError, InlineStack, Spinner, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { ImportReport } from "~/codes/import-report";
import { LARGEST_FILE, TOO_LARGE } from "~/codes/upload-rules";
import { ImportReportCard } from "./import-report-card";
import { quantity } from "./quantity";
import { ConfirmReplace, type Replaceable, ReplaceChoice } from "./replace-choice";

/** What the page behind `/app/coupons/:id/codes` answers to an upload. */
interface UploadAnswer {
  problem: string | null;
  report: ImportReport | null;
}

/**
 * Picks a file of codes, uploads it for a coupon at once, and shows line by line what became of it. With `toReplace` the merchant
 * chooses whether it replaces the codes there are, and is asked again before it does.
 */
export function CodeUpload(props: {
  couponId: string;
  codesLeft: number;
  toReplace?: Replaceable;
  onBusy?: (isBusy: boolean) => void;
}) {
  const { couponId, codesLeft, toReplace, onBusy } = props;
  const fetcher = useFetcher<UploadAnswer>();
  const [fileName, setFileName] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isReplacing, setReplacing] = useState(false);
  const [unconfirmed, setUnconfirmed] = useState<File | null>(null);
  const isBusy = fetcher.state !== "idle";
  useEffect(() => onBusy?.(isBusy), [onBusy, isBusy]);
  const canReplace = toReplace !== undefined && toReplace.inPools > 0;
  const pick = ([file]: File[]) => {
    if (!file || isBusy) return;
    setFileName(file.name);
    setProblem(file.size > LARGEST_FILE ? TOO_LARGE : null);
    if (file.size > LARGEST_FILE) return;
    if (canReplace && isReplacing) setUnconfirmed(file);
    else upload(file, false);
  };
  const upload = (file: File, replace: boolean) => {
    setUnconfirmed(null);
    setReplacing(false);
    const form = new FormData();
    form.append("file", file);
    const action = `/app/coupons/${couponId}/codes${replace ? "?replace=on" : ""}`;
    fetcher.submit(form, { method: "post", encType: "multipart/form-data", action });
  };
  const reason = problem ?? (isBusy ? null : (fetcher.data?.problem ?? null));
  const refusal = reason && (fileName ? `${fileName}: ${reason}` : reason);
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            Upload codes
          </Text>
          <Text as="p" tone="subdued">
            A CSV file with one code per line. Files made for Klaviyo, Yotpo or Judge.me work as they are.
          </Text>
          {codesLeft > 0 ? <Text as="p">{quantity(codesLeft, "code")} ready to be given.</Text> : null}
          {canReplace ? <ReplaceChoice codes={toReplace} isReplacing={isReplacing} onChange={setReplacing} /> : null}
          <DropZone
            id="code-file"
            label="CSV file with codes"
            accept=".csv,.txt,text/csv,text/plain"
            allowMultiple={false}
            type="file"
            onDrop={pick}
            disabled={isBusy}
            error={refusal !== null}
          >
            <DropZone.FileUpload actionTitle="Choose file" actionHint="or drop it here; it is uploaded at once" />
          </DropZone>
          {refusal ? <InlineError fieldID="code-file" message={refusal} /> : null}
          {isBusy ? (
            <InlineStack gap="200" blockAlign="center">
              <Spinner size="small" accessibilityLabel="Uploading" />
              <Text as="p" breakWord>
                Uploading and checking {fileName}. Stay on this page until it is done.
              </Text>
            </InlineStack>
          ) : null}
        </BlockStack>
      </Card>
      {canReplace ? (
        <ConfirmReplace
          codes={toReplace}
          fileName={unconfirmed?.name ?? null}
          onConfirm={() => unconfirmed && upload(unconfirmed, true)}
          onClose={() => setUnconfirmed(null)}
        />
      ) : null}
      {fetcher.data?.report && !isBusy ? <ImportReportCard report={fetcher.data.report} /> : null}
    </BlockStack>
  );
}
