import type { CodeStep } from "~/coupons/coupon-form-code";
import { saveCouponDraft } from "~/coupons/save-coupon-draft.server";
import type { Database } from "~/platform/database.server";
import { forShop } from "~/platform/for-shop";
import { countCodes } from "./count-codes.server";

/** The wizard's step about codes, read and found valid; on the way back (`isBack`) it is kept as far as it goes. */
export interface CodeStepInput {
  shopId: number;
  couponId: string;
  values: CodeStep;
  isBack: boolean;
}

/** Saves it in a draft. A coupon with codes of its own goes on only once some were uploaded: until then `codes_missing`, and nothing is saved. */
export async function saveCodeStep(
  db: Database,
  { shopId, couponId, values, isBack }: CodeStepInput,
  now: Date,
): Promise<{ outcome: "saved" | "codes_missing" | "not_found" }> {
  const needsCodes = values.codeType === "dynamic" && !isBack;
  if (needsCodes && !(await countCodes(db, shopId, [couponId])).get(couponId)?.left)
    return { outcome: "codes_missing" };
  return saveCouponDraft(forShop(db, shopId), { couponId, values }, now);
}
