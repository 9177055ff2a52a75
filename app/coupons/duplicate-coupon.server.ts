import type { ShopDatabase } from "~/platform/for-shop";
import type { Coupon } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { findCoupon } from "./find-coupon.server";

/**
 * Begins a draft with all the settings of another coupon. Unique codes belong to one coupon and stay where they are. A
 * last day that has passed is kept as well: the wizard asks for a new one.
 */
export async function duplicateCoupon(
  db: ShopDatabase,
  { shopId, couponId }: { shopId: number; couponId: string },
  now: Date,
): Promise<{ outcome: "duplicated"; couponId: string } | { outcome: "not_found" }> {
  const original = await findCoupon(db, { couponId });
  if (!original) return { outcome: "not_found" };
  const id = newId();
  await db.coupon.create({ data: { ...settingsOf(original), shopId, id, state: "draft", createdAt: now } });
  return { outcome: "duplicated", couponId: id };
}

/** What a merchant chose about a coupon; nothing of what became of it. */
function settingsOf(coupon: Coupon) {
  const { trigger, description, delaySeconds, limitPerShopper, budget, alsoAfterSmaller, position } = coupon;
  const { codeType, staticCode, whenEmpty, fallbackCode, lowCodesAt, remindedEmails, expiresOn } = coupon;
  const engagement = { trigger, description, delaySeconds, limitPerShopper, budget, alsoAfterSmaller, position };
  return { ...engagement, codeType, staticCode, whenEmpty, fallbackCode, lowCodesAt, remindedEmails, expiresOn };
}
