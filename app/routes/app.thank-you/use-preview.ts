import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { SampleKind } from "~/emails/sample-variables";
import type { action } from "../app.thank-you_.preview";

/** A mail as it would look, with sample values. */
export interface Preview {
  subject: string;
  html: string;
}

/** Wait after the last key before the server is asked, in milliseconds. */
const PAUSE_MS = 400;

/**
 * The draft as a mail, kept up while the merchant types, and what is wrong with it. What cannot be rendered yet leaves the
 * last good mail in `shown`. `saved`: the mail of what is saved, or what keeps that from being sent.
 */
export function usePreview(
  { subject, body }: { subject: string; body: string },
  saved: { preview: Preview | null; errors: Record<string, string> },
) {
  const [sample, setSample] = useState<SampleKind>("review");
  const fetcher = useFetcher<typeof action>();
  const { submit, data } = fetcher;
  const lastGood = useRef(saved.preview);
  if (data?.outcome === "rendered") lastGood.current = data;
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const timer = setTimeout(() => {
      submit({ subject, body, sample }, { method: "post", action: "/app/thank-you/preview" });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [subject, body, sample, submit]);
  const asked: Record<string, string> = data?.outcome === "invalid" ? data.errors : {};
  const errors = data ? asked : saved.errors;
  return { shown: lastGood.current, errors, sample, setSample };
}
