import type { Trigger } from "~/platform/generated/client";

const LABELS: Record<Trigger, string> = {
  order: "Place an order",
  review: "Write a review",
  photo_review: "Write a review & upload a photo",
  shared_review: "Write a review & share on social media",
  answer: "Answer a question",
  profile_view: "View profile page",
};

/** The triggers a coupon can be created for, in the order they are offered. */
export const OFFERED_TRIGGERS = ["order", "review", "photo_review", "shared_review", "answer"] as const;

/** A trigger as the merchant reads it. */
export function triggerLabel(trigger: Trigger): string {
  return LABELS[trigger];
}
