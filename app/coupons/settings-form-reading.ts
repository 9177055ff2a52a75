import { z } from "zod";
import { sentence } from "~/messages/sentence";
import type { FormErrors, FormFields, ReadStep } from "./coupon-form";
import { firstErrors } from "./form-reading";
import { HOLD_UNITS, type ShopSettings } from "./settings-form";

const REFUSALS: FormErrors = { holdAmount: sentence("settings.hold_window_refused") };

const LONGEST_HOLD = 7 * HOLD_UNITS.days;

const form = z
  .object({
    holdAmount: z.string().trim(),
    holdUnit: z.enum(["days", "hours", "minutes", "seconds"]),
    verifiedBuyersOnly: z.enum(["on", ""]).optional(),
    waitForPublication: z.enum(["on", ""]).optional(),
    orderAudience: z.enum(["everyone", "accepts_marketing"]),
  })
  .refine(
    ({ holdAmount, holdUnit }) =>
      /^\d{1,6}$/.test(holdAmount) && Number(holdAmount) * HOLD_UNITS[holdUnit] <= LONGEST_HOLD,
    { path: ["holdAmount"] },
  );

/** Reads the settings from what was typed. */
export function readSettings(fields: FormFields): ReadStep<ShopSettings> {
  const parsed = form.safeParse(fields);
  if (!parsed.success) return { outcome: "invalid", errors: firstErrors(parsed.error, REFUSALS) };
  const { holdAmount, holdUnit, verifiedBuyersOnly, waitForPublication, orderAudience } = parsed.data;
  const values = {
    holdSeconds: Number(holdAmount) * HOLD_UNITS[holdUnit],
    verifiedBuyersOnly: verifiedBuyersOnly === "on",
    waitForPublication: waitForPublication === "on",
    orderAudience,
  };
  return { outcome: "valid", values };
}
