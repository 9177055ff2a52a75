import { z } from "zod";
import type { OrderAudience, Shop } from "~/platform/generated/client";
import type { FormFields, ReadStep } from "./coupon-form";

/** The rules a shop sets for all its coupons. */
export interface ShopSettings {
  holdSeconds: number;
  verifiedBuyersOnly: boolean;
  waitForPublication: boolean;
  orderAudience: OrderAudience;
}

/** Units a hold window is given in, largest first. */
export const HOLD_UNITS = { days: 86_400, hours: 3600, minutes: 60, seconds: 1 } as const;
const LONGEST_HOLD = 7 * HOLD_UNITS.days;

const form = z
  .object({
    holdAmount: z.string().trim(),
    holdUnit: z.enum(["days", "hours", "minutes", "seconds"]),
    verifiedBuyersOnly: z.literal("on").optional(),
    waitForPublication: z.literal("on").optional(),
    orderAudience: z.enum(["everyone", "accepts_marketing"]),
  })
  .refine(
    ({ holdAmount, holdUnit }) =>
      /^\d{1,6}$/.test(holdAmount) && Number(holdAmount) * HOLD_UNITS[holdUnit] <= LONGEST_HOLD,
    {
      path: ["holdAmount"],
      message: "Enter a whole number; the hold window can be 0 to 7 days.",
    },
  );

/** Reads the settings from what was typed. */
export function readSettings(fields: FormFields): ReadStep<ShopSettings> {
  const parsed = form.safeParse(fields);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { outcome: "invalid", errors: { [String(issue?.path[0])]: issue?.message ?? "Check this." } };
  }
  const { holdAmount, holdUnit, verifiedBuyersOnly, waitForPublication, orderAudience } = parsed.data;
  const values = {
    holdSeconds: Number(holdAmount) * HOLD_UNITS[holdUnit],
    verifiedBuyersOnly: verifiedBuyersOnly === "on",
    waitForPublication: waitForPublication === "on",
    orderAudience,
  };
  return { outcome: "valid", values };
}

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
