import { readCouponEdit } from "~/coupons/coupon-edit";
import type { FormFields } from "~/coupons/coupon-form";
import type { Database, Transaction } from "~/platform/database.server";
import type { Coupon } from "~/platform/generated/client";
import { isId } from "~/platform/ids";
import { codesLevel } from "./codes-level";
import { countCodes } from "./count-codes.server";
import { isOwnCode, OWN_CODE } from "./is-own-code.server";

/** The form of a live coupon as it was typed, and the `revision` of the coupon it was filled from. */
export interface EditCouponInput {
  shopId: number;
  couponId: string;
  revision: number;
  fields: FormFields;
  timeZone: string;
}

/** `stale`: somebody saved since the form was filled; `coupon` is what it holds now. Nothing was changed. */
export type EditedCoupon =
  | { outcome: "saved" }
  | { outcome: "invalid"; errors: FormFields }
  | { outcome: "stale"; coupon: Coupon }
  | { outcome: "not_found" };

/** Changes the settings of a live coupon for what is earned from now on. Rewards already promised keep what was promised. */
export async function editCoupon(db: Database, input: EditCouponInput, now: Date): Promise<EditedCoupon> {
  const { shopId, couponId, revision, fields, timeZone } = input;
  if (!isId(couponId)) return { outcome: "not_found" };
  return db.$transaction(async (tx) => {
    // Deciding holds the same lock: the budget is not used meanwhile, and no decision sees half a change.
    await tx.$queryRaw`select id from shop where id = ${shopId} for no key update`;
    const live = { shopId, id: couponId, state: { in: ["active" as const, "paused" as const] } };
    const coupon = await tx.coupon.findFirst({ where: live });
    if (!coupon) return { outcome: "not_found" };
    if (coupon.revision !== revision) return { outcome: "stale", coupon };
    const read = readCouponEdit(fields, coupon, timeZone, now);
    if (read.outcome === "invalid") return read;
    const errors = await ownCodes(tx, shopId, read.values);
    if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };
    const where = { ...live, revision };
    const data = { ...read.values, ...(await levelUnder(tx, coupon, read.values)), revision: { increment: 1 } };
    const { count } = await tx.coupon.updateMany({ where, data });
    return { outcome: count === 1 ? "saved" : "not_found" };
  });
}

/** A number chosen anew begins with the level the codes have under it, which is no news to who chose it. */
async function levelUnder(
  tx: Transaction,
  { shopId, id, lowCodesAt: before }: Coupon,
  { lowCodesAt }: Pick<Coupon, "lowCodesAt">,
): Promise<Partial<Coupon>> {
  if (lowCodesAt === null || lowCodesAt === before) return {};
  const left = (await countCodes(tx, shopId, [id])).get(id)?.left ?? 0;
  return { codesLevel: codesLevel(left, lowCodesAt) };
}

async function ownCodes(
  tx: Transaction,
  shopId: number,
  codes: { staticCode: string | null; fallbackCode: string | null },
): Promise<FormFields> {
  const errors: FormFields = {};
  for (const field of ["staticCode", "fallbackCode"] as const) {
    const code = codes[field];
    if (code !== null && (await isOwnCode(tx, { shopId, code }))) errors[field] = OWN_CODE;
  }
  return errors;
}
