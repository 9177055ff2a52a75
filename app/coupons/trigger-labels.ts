import type { Trigger } from "~/platform/generated/client";

const LABELS: Record<Trigger, string> = {
  order: "Place an order",
  review: "Write a review",
  photo_review: "Write a review & upload a photo",
  shared_review: "Write a review & share on social media",
  answer: "Answer a question",
  profile_view: "View profile page",
};

const SENTENCES: Record<Trigger, string> = {
  order: "A customer pays an order in your shop.",
  review: "A shopper reviews a product or your shop, with or without a photo.",
  photo_review: "A shopper adds a photo or video to their review, at once or a little later.",
  shared_review: "A shopper shares a review they wrote.",
  answer: "A shopper answers a question another shopper asked.",
  profile_view: "A customer looks at their profile page.",
};

const EVENTS: Record<Trigger, string> = {
  order: "places an order",
  review: "writes a review",
  photo_review: "writes a review with a photo",
  shared_review: "shares a review they wrote",
  answer: "answers a question",
  profile_view: "views their profile page",
};

/** The triggers a coupon can be created for, in the order they are offered. */
export const OFFERED_TRIGGERS = ["order", "review", "photo_review", "shared_review", "answer"] as const;

/** A trigger as the merchant reads it. */
export function triggerLabel(trigger: Trigger): string {
  return LABELS[trigger];
}

/** What sets a trigger off, in one sentence. */
export function triggerSentence(trigger: Trigger): string {
  return SENTENCES[trigger];
}

/** The trigger after "When a shopper …". */
export function triggerEvent(trigger: Trigger): string {
  return EVENTS[trigger];
}
