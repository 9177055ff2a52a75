import { PRODUCTS, type Shopper } from "../shopper/catalogue";
import { placeOrder } from "../shopper/order";
import { orderWebhook } from "../shopper/order-webhook";
import { type ReviewSource, writeReview } from "../shopper/review";
import { type Destination, type ReviewChange, reviewWebhook } from "../shopper/review-webhook";
import type { Webhook } from "../shopper/webhook";

let orderNumber = 1001;

/** An order and what Shopify says of it; the cancellation comes a second after the payment. */
export function orderBy(
  to: Destination,
  shopper: Shopper,
  now: Date,
  checkoutEmail?: string,
): { paid: Webhook; cancelled: Webhook } {
  const order = placeOrder(shopper, PRODUCTS[0], orderNumber++, now);
  const placed = checkoutEmail ? { ...order, checkoutEmail } : order;
  const at = { shop: to.shop, hook: to.hooks.shopify };
  return {
    paid: orderWebhook(at, "orders/paid", placed, now),
    cancelled: orderWebhook(at, "orders/cancelled", placed, secondsAfter(now, 1)),
  };
}

/** A review and what its source says of it; of a deletion only the events API tells. */
export function reviewBy(
  to: Destination,
  shopper: Shopper,
  source: ReviewSource,
  now: Date,
): Record<ReviewAct, Webhook> {
  const draft = { source, shopper, product: PRODUCTS[0], rating: 4, text: "Smells like a Sunday.", hasPhoto: false };
  const review = writeReview(draft, now);
  const withPhoto = { ...review, hasPhoto: true };
  const removal: ReviewChange = source === "events" ? "deleted" : "taken-down";
  const tell = (change: ReviewChange, state: typeof review, seconds: number) =>
    reviewWebhook(to, change, state, secondsAfter(now, seconds), now);
  return {
    created: tell("created", review, 0),
    createdWithPhoto: tell("created", withPhoto, 0),
    photoAdded: tell("updated", withPhoto, 1),
    takenDown: tell("taken-down", withPhoto, 2),
    deleted: tell(removal, review, 2),
  };
}

type ReviewAct = "created" | "createdWithPhoto" | "photoAdded" | "takenDown" | "deleted";

function secondsAfter(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1000);
}
