import type { OrderAudience, Shop } from "~/platform/generated/client";

/** The rules a shop sets for all its coupons. */
export interface ShopSettings {
  holdSeconds: number;
  verifiedBuyersOnly: boolean;
  waitForPublication: boolean;
  orderAudience: OrderAudience;
}

/** Units a hold window is given in, largest first. */
export const HOLD_UNITS = { days: 86_400, hours: 3600, minutes: 60, seconds: 1 } as const;

/** The settings as they are shown. */
export function settingsFields(shop: Pick<Shop, keyof ShopSettings>) {
  const units = Object.keys(HOLD_UNITS) as (keyof typeof HOLD_UNITS)[];
  const isWhole = (unit: keyof typeof HOLD_UNITS) => shop.holdSeconds % HOLD_UNITS[unit] === 0;
  const holdUnit = shop.holdSeconds === 0 ? "minutes" : (units.find(isWhole) ?? "seconds");
  return {
    holdAmount: String(shop.holdSeconds / HOLD_UNITS[holdUnit]),
    holdUnit: holdUnit as string,
    verifiedBuyersOnly: shop.verifiedBuyersOnly ? "on" : "",
    waitForPublication: shop.waitForPublication ? "on" : "",
    orderAudience: shop.orderAudience as string,
  };
}
