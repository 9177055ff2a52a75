import { type RenderedEmail, renderThankYou, type ThankYouTemplate } from "./render-thank-you";
import { SAMPLE_VARIABLES } from "./thank-you-variables";

/** The mail with sample values and a code that exists in no pool: for test sends and previews. */
export function previewThankYou(template: ThankYouTemplate, shop: { name: string }): RenderedEmail {
  return renderThankYou(template, { ...SAMPLE_VARIABLES, shop: { name: shop.name } });
}
