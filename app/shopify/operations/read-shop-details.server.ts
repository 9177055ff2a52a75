import type { AdminApiContext } from "@shopify/shopify-app-remix/server";

/** What Shopify knows of a shop and decisions rest on. */
export interface ShopDetails {
  name: string;
  /** Where Shopify writes to the merchant. */
  email: string;
  /** IANA name. */
  timeZone: string;
  /** ISO 4217. */
  currency: string;
  /** BCP 47 tag of the language its storefront speaks first. */
  locale: string;
  /** ISO 3166; "ZZ", CLDR's unknown region, where Shopify does not say. */
  country: string;
}

/** Asks Shopify for the shop's details. Throws when Shopify cannot be reached or refuses. */
export async function readShopDetails(admin: AdminApiContext): Promise<ShopDetails> {
  const response = await admin.graphql(`#graphql
    query ReadShopDetails {
      shop {
        name
        contactEmail
        ianaTimezone
        currencyCode
        shopAddress {
          countryCodeV2
        }
        primaryDomain {
          localization {
            defaultLocale
          }
        }
      }
    }`);
  const { data } = await response.json();
  if (!data) throw new Error("Shopify answered without the shop's details");
  const { name, contactEmail, ianaTimezone, currencyCode, shopAddress, primaryDomain } = data.shop;
  // A domain that only redirects has no localization.
  const locale = primaryDomain.localization?.defaultLocale ?? "en";
  const country = shopAddress.countryCodeV2 ?? "ZZ";
  return { name, email: contactEmail, timeZone: ianaTimezone, currency: currencyCode, locale, country };
}
