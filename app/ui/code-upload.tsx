import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, DropZone, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import type { ImportReport } from "~/codes/import-report";
import { LARGEST_FILE, TOO_LARGE } from "~/codes/upload-rules";
import { ImportReportCard } from "./import-report-card";

/** What the page behind `/app/coupons/:id/codes` answers to an upload. */
interface UploadAnswer {
  problem: string | null;
  report: ImportReport | null;
}

/** Picks a file of codes, uploads it for a coupon, and shows line by line what became of it. */
export function CodeUpload({ couponId, codesLeft }: { couponId: string; codesLeft: number }) {
  const fetcher = useFetcher<UploadAnswer>();
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isBusy = fetcher.state !== "idle";
  const choose = (files: File[]) => {
    const [chosen] = files;
    setFile(chosen ?? null);
    setProblem(chosen && chosen.size > LARGEST_FILE ? TOO_LARGE : null);
  };
  const upload = () => {
    if (!file) return setProblem("Choose a file first.");
    const form = new FormData();
    form.append("file", file);
    fetcher.submit(form, {
      method: "post",
      encType: "multipart/form-data",
      action: `/app/coupons/${couponId}/codes`,
    });
    setFile(null);
  };
  const refusal = problem ?? (isBusy || file ? null : (fetcher.data?.problem ?? null));
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            Upload codes
          </Text>
          <Text as="p" tone="subdued">
            A CSV file with one code per line. Exports from Shopify discounts, Klaviyo and Judge.me work as they are.
          </Text>
          {codesLeft > 0 ? (
            <Text as="p">
              {codesLeft} {codesLeft === 1 ? "code is" : "codes are"} ready to be given.
            </Text>
          ) : null}
          <DropZone
            id="code-file"
            label="CSV file with codes"
            accept=".csv,.txt,text/csv,text/plain"
            allowMultiple={false}
            type="file"
            onDrop={choose}
            error={refusal !== null}
          >
            {file ? (
              <BlockStack gap="100" inlineAlign="center" align="center">
                <Text as="p" breakWord>
                  {file.name}
                </Text>
              </BlockStack>
            ) : (
              <DropZone.FileUpload actionTitle="Choose file" actionHint="or drop it here" />
            )}
          </DropZone>
          {refusal ? <InlineError fieldID="code-file" message={refusal} /> : null}
          <InlineStack>
            <Button onClick={upload} loading={isBusy} disabled={file === null || problem !== null}>
              Upload codes
            </Button>
          </InlineStack>
          {isBusy ? <Banner>Uploading and checking the codes. Stay on this page until it is done.</Banner> : null}
        </BlockStack>
      </Card>
      {fetcher.data?.report && !isBusy ? <ImportReportCard report={fetcher.data.report} /> : null}
    </BlockStack>
  );
}
