import { Banner, BlockStack, Card, Select, Text } from "@shopify/polaris";
import { type SyntheticEvent, useState } from "react";
import type { DraftErrors } from "~/emails/check-draft";
import type { SampleKind } from "~/emails/thank-you-variables";
import type { usePreview } from "./use-preview";

const CHOICES: { label: string; value: SampleKind }[] = [
  { label: "A review", value: "review" },
  { label: "An order", value: "order" },
];

/** Height until the mail's own is known, in pixels. */
const FIRST_HEIGHT = 640;

/** The mail beside its text, and what keeps the text from being sent. */
export function EmailPreview({ preview }: { preview: ReturnType<typeof usePreview> }) {
  const { shown, errors, sample, setSample } = preview;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Preview
        </Text>
        <Select
          label="Preview for"
          options={CHOICES}
          value={sample}
          onChange={(value) => setSample(value === "order" ? "order" : "review")}
        />
        <Problems errors={errors} wasShown={shown !== null} />
        {shown ? (
          <>
            <Text as="p" fontWeight="semibold" breakWord>
              {shown.subject}
            </Text>
            <Mail html={shown.html} />
          </>
        ) : (
          <Text as="p">The preview appears once the text can be sent.</Text>
        )}
        <Text as="p" tone="subdued">
          Shown with made-up values. The code is an example and cannot be used.
        </Text>
      </BlockStack>
    </Card>
  );
}

function Problems({ errors: { subject, body }, wasShown }: { errors: DraftErrors; wasShown: boolean }) {
  const fields = [subject && "subject line", body && "body"].filter(Boolean).join(" and the ");
  if (!fields) return null;
  return (
    <Banner tone="warning">
      There is a mistake in the {fields}; it is named below the field.
      {wasShown ? " This is how the mail looked before." : null}
    </Banner>
  );
}

/** The whole mail, as tall as it is. This page may measure it, and scripts in it do not run. */
function Mail({ html }: { html: string }) {
  const [height, setHeight] = useState(FIRST_HEIGHT);
  const measure = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) => {
    const content = currentTarget.contentDocument?.body.scrollHeight;
    if (content) setHeight(content + 2);
  };
  return (
    <iframe
      title="Preview of the thank-you email"
      srcDoc={html}
      sandbox="allow-same-origin"
      onLoad={measure}
      style={{ width: "100%", height, border: "1px solid #e3e3e3", borderRadius: 8, background: "#fff" }}
    />
  );
}
