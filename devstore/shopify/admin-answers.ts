import type { DemoShop } from "../demo-shop";
import type { AdminResolvers } from "./admin-schema";

/** What the stand-in answers: the fields the app asks for, and no more. */
export function adminAnswers(shop: DemoShop): AdminResolvers {
  return {
    QueryRoot: {
      shop: () => ({
        id: `gid://shopify/Shop/${shop.id}`,
        name: shop.name,
        email: shop.email,
        contactEmail: shop.email,
        myshopifyDomain: shop.domain,
        ianaTimezone: shop.timeZone,
        currencyCode: shop.currency,
        shopAddress: { countryCodeV2: shop.country },
        primaryDomain: { localization: { defaultLocale: shop.locale } },
      }),
    },
  };
}
