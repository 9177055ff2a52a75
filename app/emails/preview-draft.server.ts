import { checkTemplate } from "./check-template";
import { previewThankYou } from "./preview-thank-you";
import { renderLayout } from "./render-layout";
import type { RenderedEmail } from "./render-thank-you";

/** What a merchant is writing, before it is saved. */
export interface ThankYouDraft {
  subject: string;
  body: string;
  shop: { name: string; locale: string };
}

/** The mail a draft would become, with sample values; `invalid` while it is not a template that can be saved. */
export async function previewDraft(
  draft: ThankYouDraft,
): Promise<({ outcome: "rendered" } & RenderedEmail) | { outcome: "invalid" }> {
  const { subject, body, shop } = draft;
  const isValid = [subject, body].every((source) => source.trim() !== "" && checkTemplate(source).outcome === "valid");
  if (!isValid) return { outcome: "invalid" };
  const templates = await renderLayout({ subject, body, language: shop.locale });
  return { outcome: "rendered", ...previewThankYou({ subject, ...templates }, shop) };
}
