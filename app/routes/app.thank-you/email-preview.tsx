import { Banner, BlockStack, Card, Select, Text } from "@shopify/polaris";
import { type SyntheticEvent, useState } from "react";
import type { SampleKind } from "~/emails/sample-variables";
import type { MessageId } from "~/messages/english";
import { useShopIntl } from "~/ui/shop-intl";
import type { usePreview } from "./use-preview";

const CHOICES: { label: MessageId; value: SampleKind }[] = [
  { label: "thank_you_preview.review", value: "review" },
  { label: "thank_you_preview.order", value: "order" },
];

/** Height until the mail's own is known, in pixels. */
const FIRST_HEIGHT = 640;

/** The mail beside its text, and what keeps the text from being sent. */
export function EmailPreview({ preview }: { preview: ReturnType<typeof usePreview> }) {
  const intl = useShopIntl();
  const { shown, errors, sample, setSample } = preview;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {intl.say("thank_you_preview.title")}
        </Text>
        <Select
          label={intl.say("thank_you_preview.about")}
          options={CHOICES.map(({ label, value }) => ({ label: intl.say(label), value }))}
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
          <Text as="p">{intl.say("thank_you_preview.nothing_yet")}</Text>
        )}
        <Text as="p" tone="subdued">
          {intl.say("thank_you_preview.made_up")}
        </Text>
      </BlockStack>
    </Card>
  );
}

function Problems({ errors: { subject, body }, wasShown }: { errors: Record<string, string>; wasShown: boolean }) {
  const intl = useShopIntl();
  if (!subject && !body) return null;
  const fields = subject && body ? "both" : subject ? "subject" : "body";
  const shown = wasShown ? "before" : "never";
  return <Banner tone="warning">{intl.say("thank_you_preview.mistake", { fields, shown })}</Banner>;
}

/** The whole mail, as tall as it is. This page may measure it, and scripts in it do not run. */
function Mail({ html }: { html: string }) {
  const intl = useShopIntl();
  const [height, setHeight] = useState(FIRST_HEIGHT);
  const measure = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) => {
    const content = currentTarget.contentDocument?.body.scrollHeight;
    if (content) setHeight(content + 2);
  };
  return (
    <iframe
      title={intl.say("thank_you_preview.frame")}
      srcDoc={html}
      sandbox="allow-same-origin"
      onLoad={measure}
      style={{ width: "100%", height, border: "1px solid #e3e3e3", borderRadius: 8, background: "#fff" }}
    />
  );
}
