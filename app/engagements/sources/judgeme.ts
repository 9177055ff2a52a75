import { z } from "zod";
import type { Publication, Verification } from "~/platform/generated/enums";
import type { EngagementEvent } from "../engagement-event";
import { email, flag, id, isRecord, rating, record, text, time, word } from "./lenient-fields";
import type { DeliveryTimes, ParsedDelivery } from "./parsed-delivery";

// Shape: a recorded delivery (tests/fixtures/judgeme-review-created.json) and the review object of judge.me/api/docs.
const ACTIONS: Record<string, EngagementEvent["action"]> = {
  "review/created": "created",
  "review/updated": "updated",
  "review/published": "published",
  "review/unpublished": "unpublished",
};

const delivery = record({ event: word, shop_domain: word, review: z.unknown().optional() });

const review = record({
  id,
  rating,
  product_external_id: id,
  product_title: text,
  reviewer: record({ external_id: id, email, name: text, accepts_marketing: flag }),
  source: word,
  curated: word,
  published: flag,
  hidden: flag,
  verified: word,
  created_at: time,
  updated_at: time,
  has_published_pictures: flag,
  has_published_videos: flag,
  pictures: z.unknown().optional(),
});

type Review = z.infer<typeof review>;

/**
 * Reads a Judge.me webhook. One that names another shop than `shopDomain` is unreadable: its token was pasted into the
 * wrong shop, and its reviewers are not this shop's.
 */
export function parseJudgeme(json: unknown, shopDomain: string, times: DeliveryTimes): ParsedDelivery {
  const { event, shop_domain, ...body } = delivery.parse(json);
  if (shop_domain?.endsWith(".myshopify.com") && shop_domain !== shopDomain)
    return { outcome: "unreadable", reason: "other_shop" };
  const action = actionOf(event);
  if (!action) return { outcome: "ignored", reason: "topic_not_used" };
  if (!isRecord(body.review)) return { outcome: "unreadable", reason: "wrong_shape" };
  const parsed = review.parse(body.review);
  if (parsed.id === null) return { outcome: "unreadable", reason: "id_missing" };
  return { outcome: "engagement", event: toEvent({ ...parsed, id: parsed.id }, action, times) };
}

/** Judge.me sends the whole review each time, so a body that does not name its event is read as its newest state. */
function actionOf(event: string | null): EngagementEvent["action"] | undefined {
  if (event === null) return "updated";
  return Object.hasOwn(ACTIONS, event) ? ACTIONS[event] : undefined;
}

function toEvent(
  parsed: Review & { id: string },
  action: EngagementEvent["action"],
  times: DeliveryTimes,
): EngagementEvent {
  return {
    source: "judgeme",
    subject: "review",
    action,
    externalId: parsed.id,
    parentExternalId: null,
    sequence: null,
    engagedAt: parsed.created_at,
    stateAt: parsed.updated_at ?? parsed.created_at ?? times.triggeredAt ?? times.receivedAt,
    rating: parsed.rating,
    mediaCount: countMedia(parsed),
    verification: verificationOf(parsed.verified),
    publication: publicationOf(parsed, action),
    actor: {
      email: parsed.reviewer.email,
      name: parsed.reviewer.name,
      shopifyCustomerId: parsed.reviewer.external_id,
      accountEmail: null,
    },
    product: { id: parsed.product_external_id, title: parsed.product_title },
    otherNames: [],
    orderName: null,
    acceptsMarketing: parsed.reviewer.accepts_marketing,
    isTest: false,
    isImported: isImportedSource(parsed.source),
  };
}

/**
 * "Verified status of Judge.me reviews" (judge.me/help, article 8403775): five labels say the reviewer bought it, `admin`
 * among them (verified by hand). `not-yet` and labels we do not know say nothing either way.
 */
function verificationOf(label: string | null): Verification {
  const buyer = ["buyer", "confirmed-buyer", "verified-purchase", "semi-verified-purchase", "admin"];
  if (label === null) return "unknown";
  if (buyer.includes(label)) return "buyer";
  if (label === "customer-account") return "reviewer";
  return label === "nothing" || label === "unconfirmed-buyer" ? "no" : "unknown";
}

/** `curated` is ok, spam or not-yet; `hidden` means archived; `published` is missing from older deliveries. */
function publicationOf(parsed: Review, action: EngagementEvent["action"]): Publication {
  if (parsed.curated === "spam" || parsed.hidden === true || action === "unpublished") return "rejected";
  if (parsed.published !== null) return parsed.published ? "published" : "pending";
  if (action === "published" || parsed.curated === "ok") return "published";
  return parsed.curated === "not-yet" ? "pending" : "unknown";
}

/** Judge.me tells how many pictures there are, of videos only whether there is one. */
function countMedia(parsed: Review): number {
  const pictures = Array.isArray(parsed.pictures) ? parsed.pictures.filter(isVisible).length : 0;
  const atLeast = parsed.has_published_pictures === true ? 1 : 0;
  return Math.max(pictures, atLeast) + (parsed.has_published_videos === true ? 1 : 0);
}

function isVisible(picture: unknown): boolean {
  return isRecord(picture) && flag.parse(picture.hidden) !== true;
}

/**
 * `source` is where a review was collected: web, email, new-rre-flow, reviews-tab, user-profile, shop-app … Imports carry the
 * name of the app, marketplace or file they came from.
 */
function isImportedSource(source: string | null): boolean {
  const elsewhere = /import|transfer|csv|spreadsheet|aliexpress|amazon|ebay|etsy|alibaba|dhgate|google|facebook/;
  const apps =
    /^(admin|loox|yotpo|stamped|okendo|junip|fera|growave|rivyo|opinew|ali-?reviews|reviews-?io|product-reviews)/;
  return source !== null && (elsewhere.test(source) || apps.test(source));
}
