import { createContext, type ReactNode, useContext, useMemo } from "react";
import { createShopIntl, type ShopFormat, type ShopIntl } from "~/messages/shop-intl";

const Context = createContext<ShopIntl | null>(null);

/** Gives everything in it the words and formats of one shop. */
export function ShopIntlProvider({ format, children }: { format: ShopFormat; children: ReactNode }) {
  const { locale, country, timeZone, currency } = format;
  const intl = useMemo(
    () => createShopIntl({ locale, country, timeZone, currency }),
    [locale, country, timeZone, currency],
  );
  return <Context.Provider value={intl}>{children}</Context.Provider>;
}

/** The words and formats of the shop whose page this is. Throws outside a `ShopIntlProvider`. */
export function useShopIntl(): ShopIntl {
  const intl = useContext(Context);
  if (!intl) throw new Error("There is no ShopIntlProvider around this component");
  return intl;
}
