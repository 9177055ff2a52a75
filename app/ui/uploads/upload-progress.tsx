import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useEffect } from "react";
import type { ShopIntl } from "~/messages/shop-intl";
import { useShopIntl } from "../shop-intl";
import type { CodeUploadState } from "./use-code-upload";

/** An upload of the coupon that runs, from wherever. */
interface RunningUpload {
  id: string;
  fileName: string;
  stored: number;
}

/** Pause between two looks at what is stored, in milliseconds. */
const EVERY_MS = 1_500;

/** The uploads of a coupon that run, looked at again and again while one does: also those of another tab, device or visit. */
export function useRunningUploads(couponId: string, isSending: boolean): RunningUpload[] {
  const { load, data, state } = useFetcher<{ running: RunningUpload[] }>();
  const running = data?.running ?? [];
  const isWatched = isSending || running.length > 0;
  useEffect(() => load(`/app/coupons/${couponId}/codes/upload`), [load, couponId]);
  useEffect(() => {
    if (!isWatched || state !== "idle") return;
    const timer = setTimeout(() => load(`/app/coupons/${couponId}/codes/upload`), EVERY_MS);
    return () => clearTimeout(timer);
  }, [isWatched, state, load, couponId]);
  return running;
}

/** How far a file is: what of it is sent, then how many of its codes are stored. */
export function UploadProgress({ upload, running }: { upload: CodeUploadState; running: RunningUpload[] }) {
  const intl = useShopIntl();
  const { file, sent, stop } = upload;
  if (!file || sent === null) return null;
  const percent = file.size === 0 ? 100 : Math.floor((sent / file.size) * 100);
  const stored = running.find(({ fileName }) => fileName === file.name)?.stored ?? 0;
  const isSent = percent >= 100;
  return (
    <BlockStack gap="200">
      <Text as="p" breakWord>
        {intl.say(isSent ? "codes.file_sent" : "codes.sending_file", { file: file.name })}
      </Text>
      <ProgressBar progress={percent} size="small" ariaLabelledBy="upload-progress" />
      <Text as="p" tone="subdued" id="upload-progress">
        {intl.say("codes.sent_so_far", {
          sent: megabytes(intl, sent),
          size: megabytes(intl, file.size),
          percent,
          stored,
        })}
      </Text>
      <Text as="p" tone="subdued">
        {intl.say("codes.keep_page_open")}
      </Text>
      <InlineStack>
        <Button onClick={stop}>{intl.say("codes.stop_upload")}</Button>
      </InlineStack>
    </BlockStack>
  );
}

/** Uploads of this coupon that were begun elsewhere, with how far they are. */
export function OtherUploads({ running }: { running: RunningUpload[] }) {
  const intl = useShopIntl();
  return running.map(({ id, fileName, stored }) => (
    <Text as="p" key={id} breakWord>
      {intl.say("codes.uploading_elsewhere", { file: fileName, stored })}
    </Text>
  ));
}

function megabytes(intl: ShopIntl, bytes: number): string {
  return intl.number(bytes / 1_000_000, 1);
}
