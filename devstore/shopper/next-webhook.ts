import type { Deed, DeedAction } from "./deed";
import { refundSize } from "./order-money";
import { orderWebhook } from "./order-webhook";
import { refundWebhook } from "./refund-webhook";
import { type Destination, reviewWebhook } from "./review-webhook";
import { redelivered } from "./signatures";
import type { Webhook } from "./webhook";

/**
 * The webhook that tells of an action on a deed, and the deed as it then stands.
 * Null if the deed does not allow the action.
 */
export function nextWebhook(
  to: Destination,
  deed: Deed,
  action: DeedAction,
  now: Date,
): { webhook: Webhook; deed: Deed } | null {
  if (action === "again") return { webhook: redelivered(deed.last, to.hooks.events.secret, now), deed };
  if (deed.ended) return null;
  const next = deed.kind === "order" ? changeOrder(to, deed, action, now) : changeReview(to, deed, action, now);
  return next && { webhook: next.last, deed: next };
}

function changeOrder(to: Destination, deed: Deed & { kind: "order" }, action: DeedAction, now: Date): Deed | null {
  const { order } = deed;
  const at = { shop: to.shop, hook: to.hooks.shopify };
  if (action === "cancel") {
    return { ...deed, last: orderWebhook(at, "orders/cancelled", order, now), ended: "Cancelled" };
  }
  if (action !== "refund-part" && action !== "refund-rest") return null;
  const back = refundSize(order, action === "refund-part" ? "part" : "rest");
  if (back === 0) return null;
  return { ...deed, order: { ...order, refunded: order.refunded + back }, last: refundWebhook(at, order, back, now) };
}

function changeReview(to: Destination, deed: Deed & { kind: "review" }, action: DeedAction, now: Date): Deed | null {
  const { review } = deed;
  if (action === "photo" && !review.hasPhoto) {
    const withPhoto = { ...review, hasPhoto: true };
    return { ...deed, review: withPhoto, last: reviewWebhook(to, "updated", withPhoto, now, now) };
  }
  if (action === "delete" && review.source === "events") {
    return { ...deed, last: reviewWebhook(to, "deleted", review, now, now), ended: "Deleted" };
  }
  if (action === "take-down") {
    return { ...deed, last: reviewWebhook(to, "taken-down", review, now, now), ended: "Taken down" };
  }
  return null;
}
