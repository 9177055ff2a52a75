import type { ShopIntl } from "~/messages/shop-intl";
import { type RenderedEmail, renderThankYou, type ThankYouTemplate } from "./render-thank-you";
import { type SampleKind, sampleVariables } from "./sample-variables";

/** The mail with sample values and a code that exists in no pool: for test sends and previews. */
export function previewThankYou(
  template: ThankYouTemplate,
  { shop, intl, sample = "review" }: { shop: { name: string }; intl: ShopIntl; sample?: SampleKind },
): RenderedEmail {
  return renderThankYou(template, sampleVariables(intl, shop, sample));
}
