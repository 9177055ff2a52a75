import { problemOfEnd } from "~/coupons/coupon-form-expiration";
import type { Database } from "~/platform/database.server";
import { isId } from "~/platform/ids";
import { countCodes } from "./count-codes.server";
import { removeUntakenCodes } from "./remove-untaken-codes.server";

/** `incomplete`: the step to go back to, and what it lacks. */
export type ActivatedCoupon =
  | { outcome: "activated" }
  | { outcome: "incomplete"; step: "code" | "expiration"; message: string }
  | { outcome: "not_found" };

/**
 * Ends the wizard: the draft becomes an active coupon, which rewards what happens from now on. Codes that were uploaded
 * before the merchant chose a static code after all are freed.
 */
export async function activateCoupon(
  db: Database,
  { shopId, couponId, timeZone }: { shopId: number; couponId: string; timeZone: string },
  now: Date,
): Promise<ActivatedCoupon> {
  if (!isId(couponId)) return { outcome: "not_found" };
  return db.$transaction(async (tx) => {
    const coupon = await tx.coupon.findFirst({ where: { shopId, id: couponId, state: "draft" } });
    if (!coupon) return { outcome: "not_found" };
    const { codeType, staticCode, expiresOn, delaySeconds } = coupon;
    const codes = (await countCodes(tx, shopId, [couponId])).get(couponId);
    if (codeType === "static" && staticCode === null) return incomplete("code", "Enter a code first.");
    if (codeType === "dynamic" && !codes?.left) return incomplete("code", "Upload at least one code first.");
    const problem = expiresOn && problemOfEnd(expiresOn, { timeZone, delaySeconds }, now);
    if (problem) return incomplete("expiration", problem);
    if (codeType === "static") await removeUntakenCodes(tx, { shopId, couponId, keep: 0 }, now);
    const { count } = await tx.coupon.updateMany({
      where: { shopId, id: couponId, state: "draft" },
      data: { state: "active", activatedAt: now },
    });
    return { outcome: count === 1 ? "activated" : "not_found" };
  });
}

function incomplete(step: "code" | "expiration", message: string): ActivatedCoupon {
  return { outcome: "incomplete", step, message };
}
