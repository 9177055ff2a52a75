import { createShopIntl } from "~/messages/shop-intl";

/** The words and formats of the shops that factories make. */
export const intl = createShopIntl({ locale: "en", country: "GB", timeZone: "Europe/Berlin", currency: "EUR" });
