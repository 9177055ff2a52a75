import type { ShopIntl } from "~/messages/shop-intl";
import { formatExpiry } from "./format-expiry";
import type { ThankYouVariables } from "./thank-you-variables";

/** What a preview can be about. */
export type SampleKind = "review" | "order";

const LAST_DAY = new Date("2030-12-31T00:00:00Z");

/** Values for previews and test sends: what a mail of this shop about either has to tell. The code exists in no pool. */
export function sampleVariables(intl: ShopIntl, shop: { name: string }, kind: SampleKind): ThankYouVariables {
  const { timeZone, locale } = intl.format;
  const isReview = kind === "review";
  return {
    customer: { first_name: intl.say("sample.first_name") },
    coupon: {
      description: intl.say("sample.description"),
      code: "SAMPLE-CODE",
      expires_on: formatExpiry(LAST_DAY, timeZone, locale),
    },
    review: { rating: isReview ? 5 : null },
    product: { title: isReview ? intl.say("sample.product") : null },
    shop: { name: shop.name },
    order: { name: isReview ? null : "#1001" },
  };
}
