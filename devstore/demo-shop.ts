/** What the stand-in Shopify knows about a shop. */
export interface DemoShop {
  /** Shopify's numeric id of the shop. */
  id: string;
  /** "example.myshopify.com". */
  domain: string;
  name: string;
  email: string;
  /** IANA time zone. */
  timeZone: string;
  /** ISO 4217. */
  currency: string;
  /** BCP 47 tag of the shop's primary language. */
  locale: string;
  /** ISO 3166. */
  country: string;
}

/** The one shop of the demo. */
export const demoShop: DemoShop = {
  id: "548380009",
  domain: "laurel-demo.myshopify.com",
  name: "Laurel Demo Store",
  email: "owner@laurel-demo.example",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  locale: "en",
  country: "IE",
};

/** What Shopify calls a shop in admin addresses: "example" of "example.myshopify.com". */
export function shopHandle(shop: DemoShop): string {
  return shop.domain.replace(/\.myshopify\.com$/, "");
}
