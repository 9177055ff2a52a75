import type { ShopIntl } from "~/messages/shop-intl";
import type { DraftErrors } from "./check-draft";
import { layOutDraft } from "./lay-out-draft";
import { previewThankYou } from "./preview-thank-you";
import type { RenderedEmail } from "./render-thank-you";
import type { SampleKind } from "./sample-variables";

/** What a merchant is writing, before it is saved. */
export interface ThankYouDraft {
  subject: string;
  body: string;
  shop: { name: string };
  intl: ShopIntl;
  /** What the mail is about; a review by default. */
  sample?: SampleKind;
}

/** The mail a draft would become, with sample values; `invalid` while it is not a template that can be saved. */
export async function previewDraft(
  draft: ThankYouDraft,
): Promise<({ outcome: "rendered" } & RenderedEmail) | { outcome: "invalid"; errors: DraftErrors }> {
  const { subject, body, shop, intl, sample } = draft;
  const laidOut = await layOutDraft({ subject, body, intl });
  if (laidOut.outcome === "invalid") return laidOut;
  return { outcome: "rendered", ...previewThankYou(laidOut, { shop, intl, sample }) };
}
