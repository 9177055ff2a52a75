import type { Publication, Source, Verification } from "~/platform/generated/enums";

/** What an event is about. */
export const SUBJECTS = ["review", "media", "question", "answer", "share", "profile_view", "order"] as const;

/** What happened to it. A cancelled order is `deleted`. */
export const ACTIONS = ["created", "updated", "published", "unpublished", "deleted"] as const;

/** One delivery of any source in our own words: the state of one thing a shopper did, as that source saw it. */
export interface EngagementEvent {
  source: Source;
  subject: (typeof SUBJECTS)[number];
  action: (typeof ACTIONS)[number];
  /** What the source calls it; an order's Shopify id in digits. */
  externalId: string;
  /** What the source calls the review this photo or share belongs to. */
  parentExternalId: string | null;
  /** The source's own counter of states, where it has one. */
  sequence: bigint | null;
  /** When the shopper did it; null if the source gives no time. */
  engagedAt: Date | null;
  /** When this state became true. */
  stateAt: Date;
  /** Whole stars, 1 to 5. */
  rating: number | null;
  /** Photos and videos that are visible. */
  mediaCount: number;
  verification: Verification;
  publication: Publication;
  actor: EngagementActor;
  product: {
    /** Shopify's product id in digits; "provider:…", "sku:…" or "handle:…" where the source has no such id; null: about the store. */
    id: string | null;
    title: string | null;
  };
  /** What else the event calls the product (as `product.id`) or the order (as `externalId`). An order has some only if `externalId` is Shopify's id. */
  otherNames: string[];
  /** What the merchant calls the order ("#1001"). */
  orderName: string | null;
  acceptsMarketing: boolean | null;
  isTest: boolean;
  /** Brought over from elsewhere or written by the merchant. */
  isImported: boolean;
}

/** Who did it. The address to mail is `email`, trimmed but otherwise as given. */
export interface EngagementActor {
  email: string | null;
  name: string | null;
  /** Digits of Shopify's customer id. */
  shopifyCustomerId: string | null;
  /** The Shopify customer's own address where it differs from the one to mail. */
  accountEmail: string | null;
}
