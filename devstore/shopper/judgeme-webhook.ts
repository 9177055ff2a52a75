import type { DemoShop } from "../demo-shop";
import type { Hook } from "../devstore-settings";
import { exactNumber } from "./exact-numbers";
import type { Review } from "./review";
import { judgemeSignature } from "./signatures";
import type { Webhook } from "./webhook";

/** What Judge.me sends about a review. `at` becomes `updated_at`; it has no delivery id. */
export function judgemeWebhook(
  { shop, hook }: { shop: DemoShop; hook: Hook },
  event: "review/created" | "review/updated",
  review: Review,
  at: Date,
): Webhook {
  const body = JSON.stringify({ review: reviewBody(review, at), event, shop_domain: shop.domain, platform: "shopify" });
  return {
    what: describe(event, review),
    sender: "Judge.me",
    url: hook.url,
    body,
    headers: {
      "Content-Type": "application/json",
      "JUDGEME-HMAC-SHA256": judgemeSignature(hook.secret, body),
    },
  };
}

function describe(event: string, review: Review): string {
  if (event === "review/created") return `Review ${review.hasPhoto ? "with a photo" : "without a photo"} written`;
  if (review.isHidden) return "Review taken down";
  return `Review updated${review.hasPhoto ? ", now with a photo" : ""}`;
}

function reviewBody(review: Review, at: Date): Record<string, unknown> {
  return {
    id: exactNumber(review.id),
    title: review.text.split(/[.!?]/)[0]?.slice(0, 60) ?? "",
    body: review.text,
    rating: review.rating,
    product_external_id: exactNumber(review.product.id),
    reviewer: {
      id: exactNumber(review.shopper.customerId.slice(-7).replace(/^0/, "1")),
      external_id: exactNumber(review.shopper.customerId),
      email: review.shopper.email,
      name: review.shopper.name,
      phone: null,
      accepts_marketing: true,
      unsubscribed_at: null,
      tags: null,
    },
    source: "web",
    curated: review.isHidden ? "spam" : "ok",
    published: !review.isHidden,
    hidden: review.isHidden,
    verified: "buyer",
    featured: false,
    created_at: zoned(review.writtenAt),
    updated_at: zoned(at),
    has_published_pictures: review.hasPhoto,
    has_published_videos: false,
    pictures: review.hasPhoto ? [picture(review.id)] : [],
    ip_address: null,
    product_title: review.product.title,
    product_handle: review.product.handle,
  };
}

function picture(reviewId: string): Record<string, unknown> {
  const url = (size: string) => `https://judgeme.example/review-images/${reviewId}/${size}.jpg`;
  return {
    urls: { original: url("original"), small: url("small"), compact: url("compact"), huge: url("huge") },
    hidden: false,
  };
}

/** Judge.me writes times as "2023-10-05T13:35:01+00:00". Milliseconds are kept so that quick updates have an order. */
function zoned(time: Date): string {
  return time.toISOString().replace("Z", "+00:00");
}
