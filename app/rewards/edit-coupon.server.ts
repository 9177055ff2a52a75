import { codesLevel } from "~/codes/codes-level";
import { findUniqueCode, uniqueCodeProblem } from "~/codes/find-unique-code.server";
import type { NamedHolder } from "~/codes/name-code-holders.server";
import { readCouponEdit } from "~/coupons/coupon-edit";
import type { FormErrors, FormFields } from "~/coupons/coupon-form";
import type { Database, Transaction } from "~/platform/database.server";
import type { Coupon } from "~/platform/generated/client";
import { isId } from "~/platform/ids";
import { lockShop } from "~/platform/lock-shop.server";
import { countCodesLeft } from "./count-codes-left.server";

/** The form of a live coupon as it was typed, and the `revision` of the coupon it was filled from. */
export interface EditCouponInput {
  shopId: number;
  couponId: string;
  revision: number;
  fields: FormFields;
  timeZone: string;
}

/** `invalid`: `holder` is the coupon that has the code that was typed. `stale`: somebody saved since the form was filled; `coupon` is what it holds now. Nothing was changed. */
export type EditedCoupon =
  | { outcome: "saved" }
  | { outcome: "invalid"; errors: FormErrors; holder?: NamedHolder }
  | { outcome: "stale"; coupon: Coupon }
  | { outcome: "not_found" };

/** Changes the settings of a live coupon for what is earned from now on. Rewards already promised keep what was promised. */
export async function editCoupon(db: Database, input: EditCouponInput, now: Date): Promise<EditedCoupon> {
  const { shopId, couponId, revision, fields, timeZone } = input;
  if (!isId(couponId)) return { outcome: "not_found" };
  return db.$transaction(async (tx) => {
    // Deciding and publishing codes hold the same lock: the budget is not used meanwhile, no decision sees half a change, and no
    // code becomes somebody's own after it was looked up.
    await lockShop(tx, shopId);
    const live = { shopId, id: couponId, state: { in: ["active" as const, "paused" as const] } };
    const coupon = await tx.coupon.findFirst({ where: live });
    if (!coupon) return { outcome: "not_found" };
    if (coupon.revision !== revision) return { outcome: "stale", coupon };
    const read = readCouponEdit(fields, coupon, timeZone, now);
    if (read.outcome === "invalid") return read;
    const refused = await refuseUniqueCodes(tx, shopId, read.values);
    if (refused) return refused;
    const where = { ...live, revision };
    const level = await levelUnder(tx, coupon, read.values);
    const data = {
      ...read.values,
      ...level,
      formerCodes: formerCodes(coupon, read.values),
      revision: { increment: 1 },
    };
    const { count } = await tx.coupon.updateMany({ where, data });
    return { outcome: count === 1 ? "saved" : "not_found" };
  });
}

/** A number chosen anew begins with the level the codes no promise needs have under it, which is no news to who chose it. */
async function levelUnder(
  tx: Transaction,
  { shopId, id, lowCodesAt: before }: Coupon,
  { lowCodesAt }: Pick<Coupon, "lowCodesAt">,
): Promise<Partial<Coupon>> {
  if (lowCodesAt === null || lowCodesAt === before) return {};
  const left = (await countCodesLeft(tx, shopId, [id])).get(id)?.left ?? 0;
  return { codesLevel: codesLevel(left, lowCodesAt) };
}

/** With the codes that are changed now. A mail that is just being written may still take one of them. */
function formerCodes(
  { formerCodes: before, staticCode, fallbackCode }: Coupon,
  now: Pick<Coupon, "staticCode" | "fallbackCode">,
): string[] {
  const kept = [now.staticCode, now.fallbackCode];
  const changed = [staticCode, fallbackCode].filter((code) => code !== null && !kept.includes(code));
  return [...new Set([...before, ...changed.filter((code) => code !== null)])];
}

async function refuseUniqueCodes(
  tx: Transaction,
  shopId: number,
  codes: { staticCode: string | null; fallbackCode: string | null },
): Promise<EditedCoupon | null> {
  for (const field of ["staticCode", "fallbackCode"] as const) {
    const code = codes[field];
    const holder = code !== null && (await findUniqueCode(tx, { shopId, code }));
    if (holder) return { outcome: "invalid", errors: { [field]: uniqueCodeProblem(holder) }, holder };
  }
  return null;
}
