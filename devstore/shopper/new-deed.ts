import { randomUUID } from "node:crypto";
import { PRODUCTS, type Product, shopperOf } from "./catalogue";
import type { Deed, OrderRequest, ReviewRequest } from "./deed";
import { placeOrder } from "./order";
import { refundSize } from "./order-money";
import { orderWebhook } from "./order-webhook";
import { refundWebhook } from "./refund-webhook";
import { type Review, writeReview } from "./review";
import { type Destination, reviewWebhook } from "./review-webhook";
import { withBadSignature } from "./signatures";
import type { Webhook } from "./webhook";

/** A deed and the webhooks that tell the app of it, in the order they are sent. */
export interface NewDeed {
  deed: Deed;
  webhooks: [Webhook, ...Webhook[]];
}

/** A placed order. "cancelled-first" and "refunded-first" let what happened later arrive before its payment. */
export function newOrder(to: Destination, request: OrderRequest, orderNumber: number, now: Date): NewDeed {
  const shopper = shopperOf(request.shopper.name, request.shopper.email);
  const order = placeOrder(shopper, productOf(request.productId), orderNumber, now, codesIn(request.codes));
  const at = { shop: to.shop, hook: to.hooks.shopify };
  const paid = orderWebhook(at, "orders/paid", order, now);
  const deed = (webhooks: NewDeed["webhooks"], ended: string | null, state = order): NewDeed => ({
    deed: { id: randomUUID(), kind: "order", order: state, at: now, last: webhooks[0], ended },
    webhooks,
  });
  switch (request.delivery) {
    case "normal":
      return deed([paid], null);
    case "bad-signature":
      return deed([withBadSignature(paid)], "Refused");
    case "cancelled-first":
      return deed([orderWebhook(at, "orders/cancelled", order, secondAfter(now)), paid], "Cancelled");
    case "refunded-first": {
      const back = refundSize(order, "part");
      return deed([refundWebhook(at, order, back, secondAfter(now)), paid], null, { ...order, refunded: back });
    }
  }
}

/** A written review; the app waits `holdSeconds` for its photo. "photo-first" and "deleted-first" let what happened later arrive before the review itself. */
export function newReview(to: Destination, request: ReviewRequest, holdSeconds: number | null, now: Date): NewDeed {
  const { shopper, productId, delivery, ...words } = request;
  const draft = { ...words, shopper: shopperOf(shopper.name, shopper.email), product: productOf(productId) };
  const review = writeReview(draft, now);
  const created = reviewWebhook(to, "created", review, now, now);
  const deed = (webhooks: NewDeed["webhooks"], state: Review, ended: string | null): NewDeed => ({
    deed: { id: randomUUID(), kind: "review", review: state, holdSeconds, at: now, last: webhooks[0], ended },
    webhooks,
  });
  switch (delivery) {
    case "normal":
      return deed([created], review, null);
    case "bad-signature":
      return deed([withBadSignature(created)], review, "Refused");
    case "photo-first": {
      const withPhoto = { ...review, hasPhoto: true };
      return deed([reviewWebhook(to, "updated", withPhoto, secondAfter(now), now), created], withPhoto, null);
    }
    case "deleted-first": {
      const gone = reviewWebhook(
        to,
        review.source === "events" ? "deleted" : "taken-down",
        review,
        secondAfter(now),
        now,
      );
      return deed([gone, created], review, review.source === "events" ? "Deleted" : "Taken down");
    }
  }
}

function codesIn(text: string): string[] {
  return text
    .split(",")
    .map((code) => code.trim())
    .filter((code) => code !== "");
}

function productOf(id: string): Product {
  return PRODUCTS.find((product) => product.id === id) ?? PRODUCTS[0];
}

function secondAfter(time: Date): Date {
  return new Date(time.getTime() + 1000);
}
