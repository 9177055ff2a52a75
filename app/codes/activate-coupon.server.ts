import { problemOfEnd } from "~/coupons/coupon-form-expiration";
import { type Sentence, sentence } from "~/messages/sentence";
import type { Database, Transaction } from "~/platform/database.server";
import type { Coupon } from "~/platform/generated/client";
import { isId } from "~/platform/ids";
import { lockShop } from "~/platform/lock-shop.server";
import { codesLevel } from "./codes-level";
import { countCodes } from "./count-codes.server";
import { findUniqueCode, uniqueCodeProblem } from "./find-unique-code.server";
import type { NamedHolder } from "./name-code-holders.server";
import { removeUntakenCodes } from "./remove-untaken-codes.server";
import { UPLOAD_FIRST } from "./upload-rules";

/** `incomplete`: the step to go back to, and what it lacks; `holder` where that is a code another coupon has. */
export type ActivatedCoupon =
  | { outcome: "activated" }
  | { outcome: "incomplete"; step: "code" | "expiration"; message: Sentence; holder?: NamedHolder }
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
    // Publishing codes holds the same lock: none becomes somebody's own after it was looked up here.
    await lockShop(tx, shopId);
    // No step is saved between what is looked at and what goes live.
    await tx.$queryRaw`select id from coupon where shop_id = ${shopId} and id = ${couponId}::uuid for no key update`;
    const coupon = await tx.coupon.findFirst({ where: { shopId, id: couponId, state: "draft" } });
    if (!coupon) return { outcome: "not_found" };
    const lack = (await whatCodeLacks(tx, coupon)) ?? whatEndLacks(coupon, timeZone, now);
    if (lack) return lack;
    if (coupon.codeType === "static") await removeUntakenCodes(tx, { shopId, couponId, keep: 0 }, now);
    const { count } = await tx.coupon.updateMany({
      where: { shopId, id: couponId, state: "draft" },
      data: { state: "active", activatedAt: now, ...(await codesAtStart(tx, coupon)) },
    });
    return { outcome: count === 1 ? "activated" : "not_found" };
  });
}

/**
 * A draft keeps a static code that was typed before the merchant chose codes of a file; a live coupon does not. One that begins
 * with few codes has not run low: the merchant has just uploaded them. Nothing was promised of a draft, so all codes in its pools are left.
 */
async function codesAtStart(tx: Transaction, { shopId, id, codeType, lowCodesAt }: Coupon): Promise<Partial<Coupon>> {
  if (codeType === "static") return {};
  const left = (await countCodes(tx, shopId, [id])).get(id)?.left ?? 0;
  return { staticCode: null, codesLevel: lowCodesAt === null ? "enough" : codesLevel(left, lowCodesAt) };
}

async function whatCodeLacks(tx: Transaction, coupon: Coupon): Promise<ActivatedCoupon | null> {
  const { shopId, id, codeType, staticCode, fallbackCode } = coupon;
  if (codeType === "dynamic") {
    const codes = (await countCodes(tx, shopId, [id])).get(id);
    if (!codes?.left) return incomplete("code", UPLOAD_FIRST);
  } else if (staticCode === null) return incomplete("code", sentence("coupon_form.enter_code_first"));
  const code = codeType === "static" ? staticCode : fallbackCode;
  const holder = code === null ? null : await findUniqueCode(tx, { shopId, code });
  const isFreed = codeType === "static" && holder?.id === id;
  if (!holder || isFreed) return null;
  return { outcome: "incomplete", step: "code", message: uniqueCodeProblem(holder), holder };
}

function whatEndLacks({ expiresOn, delaySeconds }: Coupon, timeZone: string, now: Date): ActivatedCoupon | null {
  const problem = expiresOn && problemOfEnd(expiresOn, { timeZone, delaySeconds }, now);
  return problem ? incomplete("expiration", problem) : null;
}

function incomplete(step: "code" | "expiration", message: Sentence): ActivatedCoupon {
  return { outcome: "incomplete", step, message };
}
