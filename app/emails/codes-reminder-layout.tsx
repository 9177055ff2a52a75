import { Body, Button, Container, Head, Heading, Html, Preview, Section, Text } from "react-email";
import type { ShopIntl } from "~/messages/shop-intl";

/** The reminder as it is read: a headline, the figures each with its label, what happens meanwhile, and where to add codes. */
export interface CodesReminderProps {
  headline: string;
  figures: string[];
  meanwhile: string;
  uploadUrl: string;
  intl: ShopIntl;
}

/** The mail that tells a merchant that a coupon's codes run low or are used up. */
export function CodesReminderLayout({ headline, figures, meanwhile, uploadUrl, intl }: CodesReminderProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{headline}</title>
        <style>{DARK_STYLES}</style>
      </Head>
      <Body className="page" lang="en" style={page}>
        <Preview useTitleTag={false}>{meanwhile}</Preview>
        <Container className="sheet" style={sheet}>
          <Heading as="h1" className="ink" style={title}>
            {headline}
          </Heading>
          <Section className="card" style={card}>
            {figures.map((labelled) => (
              <Text key={labelled} className="ink" style={figure}>
                {labelled}
              </Text>
            ))}
          </Section>
          <Text className="ink" style={words}>
            {meanwhile}
          </Text>
          <Button href={uploadUrl} style={button}>
            {intl.say("codes_reminder.add_codes")}
          </Button>
          <Text className="quiet" style={footer}>
            {intl.say("codes_reminder.footer")}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

const FONT = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

// Colours keep a contrast of at least 4.5:1 on their ground, light and dark.
const page = { margin: "0", padding: "12px 6px", backgroundColor: "#f4f3ef", fontFamily: FONT };
const sheet = { maxWidth: "560px", padding: "20px 16px", backgroundColor: "#ffffff", borderRadius: "12px" };
const title = {
  margin: "0 0 16px",
  fontSize: "20px",
  fontWeight: "700",
  lineHeight: "28px",
  color: "#21201c",
  overflowWrap: "anywhere" as const,
};
const card = { margin: "0 0 16px", padding: "12px 16px", backgroundColor: "#f1f6f1", borderRadius: "12px" };
const figure = { margin: "0", fontSize: "16px", lineHeight: "28px", color: "#21201c" };
const words = { margin: "0 0 20px", fontSize: "16px", lineHeight: "26px", color: "#21201c" };
const button = {
  padding: "12px 20px",
  backgroundColor: "#1f4a30",
  borderRadius: "8px",
  color: "#ffffff",
  fontSize: "16px",
  fontWeight: "600",
};
const footer = { margin: "24px 0 0", fontSize: "13px", lineHeight: "20px", color: "#5c5a55" };

// React escapes what stands in <style>: no quotes and no child selectors here. `td[lang]` is the cell that Body adds.
const DARK_STYLES = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .page td[lang] { background-color: #161614 !important; }
  .sheet { background-color: #22221f !important; }
  .card { background-color: #1d2a21 !important; }
  .ink { color: #f1f0ec !important; }
  .quiet { color: #b5b2aa !important; }
}
`;
