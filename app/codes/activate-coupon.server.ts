import { problemOfEnd } from "~/coupons/coupon-form-expiration";
import type { Database, Transaction } from "~/platform/database.server";
import type { Coupon } from "~/platform/generated/client";
import { isId } from "~/platform/ids";
import { codeKey } from "./code-key";
import { countCodes } from "./count-codes.server";
import { removeUntakenCodes } from "./remove-untaken-codes.server";
import { UPLOAD_FIRST } from "./upload-rules";

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
    const lack = (await whatCodeLacks(tx, coupon)) ?? whatEndLacks(coupon, timeZone, now);
    if (lack) return lack;
    if (coupon.codeType === "static") await removeUntakenCodes(tx, { shopId, couponId, keep: 0 }, now);
    const { count } = await tx.coupon.updateMany({
      where: { shopId, id: couponId, state: "draft" },
      data: { state: "active", activatedAt: now },
    });
    return { outcome: count === 1 ? "activated" : "not_found" };
  });
}

async function whatCodeLacks(tx: Transaction, coupon: Coupon): Promise<ActivatedCoupon | null> {
  const { shopId, id, codeType, staticCode } = coupon;
  if (codeType === "dynamic") {
    const codes = (await countCodes(tx, shopId, [id])).get(id);
    return codes?.left ? null : incomplete("code", UPLOAD_FIRST);
  }
  if (staticCode === null) return incomplete("code", "Enter a code first.");
  return (await isSomebodysOwn(tx, shopId, staticCode)) ? incomplete("code", OWN_CODE) : null;
}

function whatEndLacks({ expiresOn, delaySeconds }: Coupon, timeZone: string, now: Date): ActivatedCoupon | null {
  const problem = expiresOn && problemOfEnd(expiresOn, { timeZone, delaySeconds }, now);
  return problem ? incomplete("expiration", problem) : null;
}

const OWN_CODE = "This code is one of the unique codes of another coupon. Enter a code that everybody may have.";

/** A code that one shopper gets, or will get, out of a pool cannot be everybody's as well. */
async function isSomebodysOwn(tx: Transaction, shopId: number, code: string): Promise<boolean> {
  const held = await tx.code.findFirst({ where: { shopId, codeKey: codeKey(code) } });
  if (!held) return false;
  const pool = await tx.codePool.findFirst({
    where: { shopId, id: held.poolId, size: { gte: held.position }, state: { in: ["open", "closed"] } },
    select: { coupon: { select: { state: true } } },
  });
  return pool !== null && pool.coupon.state !== "draft";
}

function incomplete(step: "code" | "expiration", message: string): ActivatedCoupon {
  return { outcome: "incomplete", step, message };
}
