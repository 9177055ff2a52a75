import { createShopIntl } from "~/messages/shop-intl";

/** The words of pages that belong to no shop; numbers and dates in no country's order. */
export const shoplessIntl = createShopIntl({ locale: "en", country: null, timeZone: "UTC", currency: "XXX" });
