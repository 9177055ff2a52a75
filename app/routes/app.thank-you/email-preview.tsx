import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, Text } from "@shopify/polaris";
import { useEffect, useRef } from "react";

/** A mail as it would look, with sample values. */
interface Preview {
  subject: string;
  html: string;
}

/** Wait after the last key before the server is asked, in milliseconds. */
const PAUSE_MS = 400;

/** The mail beside its text, kept up while the merchant types. What cannot be rendered yet leaves the last good one. */
export function EmailPreview(props: { draft: { subject: string; body: string }; saved: Preview | null }) {
  const { draft, saved } = props;
  const fetcher = useFetcher<Preview | null>();
  const { submit } = fetcher;
  const lastGood = useRef(saved);
  if (fetcher.data) lastGood.current = fetcher.data;
  const isFirst = useRef(true);
  const { subject, body } = draft;
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const timer = setTimeout(() => {
      submit({ subject, body }, { method: "post", action: "/app/thank-you/preview" });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [subject, body, submit]);
  const shown = lastGood.current;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Preview
        </Text>
        {shown ? (
          <>
            <Text as="p" fontWeight="semibold" breakWord>
              {shown.subject}
            </Text>
            <iframe
              title="Preview of the thank-you email"
              srcDoc={shown.html}
              sandbox=""
              style={{ width: "100%", height: 560, border: "1px solid #e3e3e3", borderRadius: 8, background: "#fff" }}
            />
          </>
        ) : (
          <Text as="p">The preview appears once the text can be sent.</Text>
        )}
        <Text as="p" tone="subdued">
          Shown with sample values. The code exists in no pool.
        </Text>
      </BlockStack>
    </Card>
  );
}
