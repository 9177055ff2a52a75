import type { ShopIntl } from "~/messages/shop-intl";
import type { ShopDatabase } from "~/platform/for-shop";
import type { Coupon } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { LONGEST_DESCRIPTION } from "./coupon-form";
import { findCoupon } from "./find-coupon.server";

/**
 * Begins a draft with all the settings of another coupon, described as its copy. Unique codes belong to one coupon and stay where they are. A
 * last day that has passed is kept as well: the wizard asks for a new one.
 */
export async function duplicateCoupon(
  db: ShopDatabase,
  { couponId, intl }: { couponId: string; intl: ShopIntl },
  now: Date,
): Promise<{ outcome: "duplicated"; couponId: string } | { outcome: "not_found" }> {
  const original = await findCoupon(db, { couponId });
  if (!original) return { outcome: "not_found" };
  const id = newId();
  const description = describeCopy(intl, original.description);
  const data = { ...settingsOf(original), description, shopId: db.shopId, id, state: "draft", createdAt: now } as const;
  await db.coupon.create({ data });
  return { outcome: "duplicated", couponId: id };
}

/** "Copy of …", cut at its end where it would be too long to be saved; a coupon not described yet stays so. */
function describeCopy(intl: ShopIntl, description: string): string {
  if (description === "") return "";
  let cut = "";
  for (const { segment } of new Intl.Segmenter().segment(withoutIsolates(intl, description))) {
    if (cut.length + segment.length > LONGEST_DESCRIPTION) break;
    cut += segment;
  }
  return cut;
}

/** The signs that a page puts around a text from right to left are no part of a description that is edited and sent. */
function withoutIsolates(intl: ShopIntl, description: string): string {
  return intl.say("coupons.copy_of", { coupon: description }).replace(/[\u2068\u2069]/g, "");
}

/** What a merchant chose about a coupon; nothing of what became of it. */
function settingsOf(coupon: Coupon) {
  const { trigger, description, delaySeconds, limitPerShopper, budget, alsoAfterSmaller, position } = coupon;
  const { codeType, staticCode, whenEmpty, fallbackCode, lowCodesAt, remindedEmails, expiresOn } = coupon;
  const engagement = { trigger, description, delaySeconds, limitPerShopper, budget, alsoAfterSmaller, position };
  return { ...engagement, codeType, staticCode, whenEmpty, fallbackCode, lowCodesAt, remindedEmails, expiresOn };
}
