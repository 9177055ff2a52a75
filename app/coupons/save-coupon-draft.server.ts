import type { ShopDatabase } from "~/platform/for-shop";
import { isId, newId } from "~/platform/ids";
import type { EngagementStep } from "./coupon-form";
import type { CodeStep } from "./coupon-form-code";
import type { ExpirationStep } from "./coupon-form-expiration";

/** One step of the wizard, read and found valid. `couponId` is null for the first save of a new coupon. */
export type DraftInput =
  | { couponId: null; values: EngagementStep }
  | { couponId: string; values: EngagementStep | Partial<CodeStep> | ExpirationStep };

/** Saves a step of a coupon that is being created. Only drafts can be saved this way. */
export async function saveCouponDraft(
  db: ShopDatabase,
  { couponId, values }: DraftInput,
  now: Date,
): Promise<{ outcome: "saved"; couponId: string } | { outcome: "not_found" }> {
  if (couponId === null) {
    const id = newId();
    await db.coupon.create({
      data: { shopId: db.shopId, id, ...values, state: "draft", codeType: "static", createdAt: now },
    });
    return { outcome: "saved", couponId: id };
  }
  if (!isId(couponId)) return { outcome: "not_found" };
  const { count } = await db.coupon.updateMany({ where: { id: couponId, state: "draft" }, data: values });
  return count === 1 ? { outcome: "saved", couponId } : { outcome: "not_found" };
}
