import { z } from "zod";
import type { FormFields, ReadStep } from "./coupon-form";
import { HOLD_UNITS, type ShopSettings } from "./settings-form";

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
    {
      path: ["holdAmount"],
      message: "Enter a whole number. The hold window can be 0 to 7 days.",
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
