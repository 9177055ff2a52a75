import { randomUUID } from "node:crypto";
import type { Hook } from "../devstore-settings";
import type { Review } from "./review";
import { standardHeaders } from "./signatures";
import type { Webhook } from "./webhook";

/** What the merchant's own system sends to the events API about a review: a neutral event, Standard Webhooks signature. */
export function eventsWebhook(
  hook: Hook,
  action: "created" | "updated" | "unpublished" | "deleted",
  review: Review,
  at: Date,
  now: Date,
): Webhook {
  const id = `msg_${randomUUID()}`;
  const body = JSON.stringify(eventBody(action, review, at, id));
  return {
    what: describe(action, review),
    sender: "Events API",
    url: hook.url,
    body,
    headers: { "Content-Type": "application/json", ...standardHeaders(hook.secret, id, now, body) },
  };
}

function describe(action: string, review: Review): string {
  const photo = review.hasPhoto ? "with a photo" : "without a photo";
  const words: Record<string, string> = {
    created: `Review ${photo} written`,
    updated: `Review updated${review.hasPhoto ? ", now with a photo" : ""}`,
    unpublished: "Review taken down",
    deleted: "Review deleted",
  };
  return words[action] ?? action;
}

function eventBody(action: string, review: Review, at: Date, deliveryId: string): Record<string, unknown> {
  const photos = review.hasPhoto ? 1 : 0;
  return {
    version: 1,
    source: "events",
    subject: "review",
    action,
    externalId: review.id,
    parentExternalId: null,
    deliveryId,
    sequence: null,
    occurredAt: review.writtenAt.toISOString(),
    updatedAt: at.toISOString(),
    rating: review.rating,
    textLength: review.text.length,
    photos: { count: photos, publishedCount: photos, urls: [] },
    videos: { count: 0, publishedCount: 0, urls: [] },
    verified: "buyer",
    published: review.isHidden ? "rejected" : "published",
    actor: {
      email: review.shopper.email,
      name: review.shopper.name,
      shopifyCustomerId: review.shopper.customerId,
      providerId: null,
    },
    product: { shopifyId: review.product.id, title: review.product.title, sku: null, handle: review.product.handle },
    order: { shopifyId: null, reference: null },
    share: { channel: null, url: null },
    flags: { test: false, imported: false, incentivized: null },
  };
}
