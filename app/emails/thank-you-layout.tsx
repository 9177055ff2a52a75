import { Body, Container, Head, Heading, Html, Preview, Section, Text } from "react-email";
import type { ShopIntl } from "~/messages/shop-intl";

interface ThankYouLayoutProps {
  title: string;
  paragraphs: string[];
  /** The shop's: the merchant writes in its language. */
  intl: ShopIntl;
}

/**
 * The thank-you email around the merchant's words, the code first: it is what shoppers open the mail for. What stands in
 * `{{ }}` and `{% %}` is a slot that Liquid fills for each mail; slots stand only where text may, never in an attribute.
 * What the merchant wrote is read in the direction of its own letters, paragraph by paragraph.
 */
export function ThankYouLayout({ title, paragraphs, intl }: ThankYouLayoutProps) {
  const language = intl.format.locale;
  return (
    <Html lang={language}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{DARK_STYLES}</style>
      </Head>
      <Body className="page" lang={language} style={page}>
        <Preview useTitleTag={false}>{"{{ coupon.description }}"}</Preview>
        <Container className="sheet" style={sheet}>
          <Heading as="h1" className="quiet" dir="auto" style={shopName}>
            {"{{ shop.name }}"}
          </Heading>
          <CouponCard intl={intl} />
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} className="ink" dir="auto" style={words}>
              {paragraph}
            </Text>
          ))}
          <Text className="quiet" style={footer}>
            {intl.say("thank_you_mail.sent_by", { shop: "{{ shop.name }}" })}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

function CouponCard({ intl }: { intl: ShopIntl }) {
  return (
    <Section className="card" style={card}>
      <Heading as="h2" className="ink" dir="auto" style={description}>
        {"{{ coupon.description }}"}
      </Heading>
      <Text className="quiet" style={label}>
        {intl.say("thank_you_mail.your_code")}
      </Text>
      <Text className="code" style={code}>
        {"{{ coupon.code }}"}
      </Text>
      {"{% if coupon.expires_on %}"}
      <Text className="quiet" style={label}>
        {intl.say("thank_you_mail.valid_until", { day: "{{ coupon.expires_on }}" })}
      </Text>
      {"{% endif %}"}
    </Section>
  );
}

const FONT = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

// Colours keep a contrast of at least 4.5:1 on their ground, light and dark.
const page = { margin: "0", padding: "12px 6px", backgroundColor: "#f4f3ef", fontFamily: FONT };
const sheet = { maxWidth: "560px", padding: "20px 16px", backgroundColor: "#ffffff", borderRadius: "12px" };
const shopName = {
  margin: "0 0 16px",
  fontSize: "15px",
  fontWeight: "600",
  lineHeight: "20px",
  color: "#5c5a55",
  overflowWrap: "anywhere" as const,
};
const words = {
  margin: "0 0 16px",
  fontSize: "16px",
  lineHeight: "26px",
  color: "#21201c",
  overflowWrap: "anywhere" as const,
};
const card = {
  margin: "0 0 24px",
  padding: "20px 12px",
  backgroundColor: "#f1f6f1",
  border: "1px solid #d5e3d6",
  borderRadius: "12px",
  textAlign: "center" as const,
};
const description = {
  margin: "0 0 12px",
  fontSize: "20px",
  fontWeight: "700",
  lineHeight: "28px",
  color: "#21201c",
  overflowWrap: "anywhere" as const,
};
const label = {
  margin: "0 0 6px",
  fontSize: "14px",
  lineHeight: "20px",
  color: "#5c5a55",
  overflowWrap: "anywhere" as const,
};
// Paddings and size leave a code of 14 characters on one line where the mail is 265 px wide.
const code = {
  margin: "0 0 8px",
  padding: "12px 6px",
  backgroundColor: "#ffffff",
  border: "2px dashed #3f7350",
  borderRadius: "8px",
  fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  fontSize: "18px",
  fontWeight: "700",
  lineHeight: "26px",
  letterSpacing: "0.5px",
  color: "#1f4a30",
  overflowWrap: "anywhere" as const,
  userSelect: "all" as const,
};
const footer = {
  margin: "0",
  fontSize: "13px",
  lineHeight: "20px",
  color: "#5c5a55",
  overflowWrap: "anywhere" as const,
};

// React escapes what stands in <style>: no quotes and no child selectors here. `td[lang]` is the cell that Body adds.
const DARK_STYLES = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .page td[lang] { background-color: #161614 !important; }
  .sheet { background-color: #22221f !important; }
  .card { background-color: #1d2a21 !important; border-color: #35503e !important; }
  .code { background-color: #161e19 !important; border-color: #8fc7a1 !important; color: #c9efd4 !important; }
  .ink { color: #f1f0ec !important; }
  .quiet { color: #b5b2aa !important; }
}
`;
