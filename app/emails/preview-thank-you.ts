import { type RenderedEmail, renderThankYou, type ThankYouTemplate } from "./render-thank-you";
import { SAMPLES, type SampleKind } from "./thank-you-variables";

/** The mail with sample values and a code that exists in no pool: for test sends and previews. */
export function previewThankYou(
  template: ThankYouTemplate,
  shop: { name: string },
  sample: SampleKind = "review",
): RenderedEmail {
  return renderThankYou(template, { ...SAMPLES[sample], shop: { name: shop.name } });
}
