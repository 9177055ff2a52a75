import { render, toPlainText } from "react-email";
import type { ShopIntl } from "~/messages/shop-intl";
import { lineToHtml, paragraphsToHtml } from "./split-template";
import { ThankYouLayout } from "./thank-you-layout";

// The merchant's words never pass through React or the HTML reader, which would escape or decode the Liquid in them:
// the layout is rendered with marks, and the words take the marks' places afterwards.
const TITLE_MARK = "[[laurel:title]]";
const paragraphMark = (index: number) => `[[laurel:paragraph:${index}]]`;
const PARAGRAPH_MARK = /\[\[laurel:paragraph:(\d+)\]\]/g;

/** html-to-text shouts headings, which would change the names of the variables in them. */
const AS_WRITTEN = { selectors: ["h1", "h2"].map((selector) => ({ selector, options: { uppercase: false } })) };

/**
 * The layout around a merchant's subject and body, as two Liquid templates. Made once for each saved version, since
 * rendering React costs some hundred times what Liquid costs. Throws if subject or body would not pass `checkTemplate`.
 */
export async function renderLayout(email: {
  subject: string;
  body: string;
  /** The shop's: the merchant writes in its language. */
  intl: ShopIntl;
}): Promise<{ htmlTemplate: string; textTemplate: string }> {
  const { subject, body, intl } = email;
  const paragraphs = paragraphsToHtml(body);
  const [html, htmlForText] = await Promise.all([
    render(<ThankYouLayout title={TITLE_MARK} paragraphs={paragraphs.map((_, i) => paragraphMark(i))} intl={intl} />),
    render(<ThankYouLayout title="" paragraphs={[paragraphMark(0)]} intl={intl} />),
  ]);
  return {
    htmlTemplate: html
      .replace(PARAGRAPH_MARK, (_, index) => paragraphs[Number(index)] ?? "")
      .replace(TITLE_MARK, () => lineToHtml(subject)),
    textTemplate: toPlainText(htmlForText, AS_WRITTEN).replace(PARAGRAPH_MARK, () => body.trim()),
  };
}
