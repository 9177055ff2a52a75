import type { Person } from "./people";

/** An order as Shopify tells of it; `email: null` where neither the order nor the customer has an address. */
export interface OrderFacts {
  id: string;
  person: Person;
  email: string | null;
  at: Date;
  updatedAt: Date;
  test?: boolean;
  cancelled?: boolean;
  consents?: boolean;
}

/** The fields of an orders/* webhook that the app asks Shopify for, and a few more. */
export function orderBody(order: OrderFacts): string {
  const { id, person, email } = order;
  const consent = order.consents === false ? "not_subscribed" : "subscribed";
  return JSON.stringify({
    id: Number(id),
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    name: `#${id.slice(-5)}`,
    email,
    contact_email: email,
    test: order.test === true,
    cancelled_at: order.cancelled ? order.updatedAt.toISOString() : null,
    created_at: order.at.toISOString(),
    processed_at: order.at.toISOString(),
    updated_at: order.updatedAt.toISOString(),
    buyer_accepts_marketing: order.consents !== false,
    total_price: "49.90",
    customer: {
      id: Number(person.customerId),
      admin_graphql_api_id: `gid://shopify/Customer/${person.customerId}`,
      email,
      first_name: person.name.split(" ")[0],
      last_name: person.name.split(" ")[1],
      email_marketing_consent: { state: consent },
    },
  });
}

/** A review as Judge.me and the events API tell of it. */
export interface ReviewFacts {
  id: string;
  productId: string;
  person: Person;
  at: Date;
  updatedAt: Date;
  hasPhoto?: boolean;
  isImported?: boolean;
  isSpam?: boolean;
}

/** A Judge.me webhook. `note` is nothing the app reads: it makes other bytes of the same news. */
export function judgemeBody(review: ReviewFacts, event: string, shopDomain: string, note = ""): string {
  const { id, person, at, updatedAt, hasPhoto = false } = review;
  return JSON.stringify({
    event,
    shop_domain: shopDomain,
    platform: "shopify",
    note,
    review: {
      id: Number(id),
      title: "Thank you",
      body: "Very good tea.",
      rating: 5,
      product_external_id: Number(review.productId),
      product_title: `Tea ${review.productId}`,
      reviewer: { external_id: Number(person.customerId), email: person.email, name: person.name },
      source: review.isImported ? "aliexpress" : "web",
      curated: review.isSpam ? "spam" : "ok",
      published: !review.isSpam,
      hidden: false,
      verified: "buyer",
      created_at: at.toISOString(),
      updated_at: updatedAt.toISOString(),
      has_published_pictures: hasPhoto,
      has_published_videos: false,
    },
  });
}

/** A neutral event about a review. */
export function reviewEventBody(review: ReviewFacts, action: "created" | "updated" | "deleted"): string {
  const { id, person, at, updatedAt, hasPhoto = false } = review;
  return JSON.stringify({
    version: 1,
    subject: "review",
    action,
    externalId: id,
    occurredAt: at.toISOString(),
    updatedAt: updatedAt.toISOString(),
    rating: 5,
    photos: { count: hasPhoto ? 1 : 0 },
    verified: "buyer",
    published: "published",
    actor: { email: person.email, name: person.name, shopifyCustomerId: person.customerId },
    product: { shopifyId: review.productId, title: `Tea ${review.productId}` },
  });
}

/** A neutral event about an approved answer. */
export function answerBody(id: string, person: Person, at: Date): string {
  return JSON.stringify({
    version: 1,
    subject: "answer",
    action: "created",
    externalId: id,
    occurredAt: at.toISOString(),
    updatedAt: at.toISOString(),
    published: "published",
    actor: { email: person.email, name: person.name, shopifyCustomerId: person.customerId },
    product: { shopifyId: "1" },
  });
}
