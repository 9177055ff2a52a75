import type { MessageId } from "~/messages/english";
import type { Trigger } from "~/platform/generated/client";

const LABELS: Record<Trigger, MessageId> = {
  order: "trigger.order",
  review: "trigger.review",
  photo_review: "trigger.photo_review",
  shared_review: "trigger.shared_review",
  answer: "trigger.answer",
  profile_view: "trigger.profile_view",
};

const TASKS: Record<Trigger, MessageId> = {
  order: "trigger_task.order",
  review: "trigger_task.review",
  photo_review: "trigger_task.photo_review",
  shared_review: "trigger_task.shared_review",
  answer: "trigger_task.answer",
  profile_view: "trigger_task.profile_view",
};

const EXPLANATIONS: Record<Trigger, MessageId> = {
  order: "trigger_explanation.order",
  review: "trigger_explanation.review",
  photo_review: "trigger_explanation.photo_review",
  shared_review: "trigger_explanation.shared_review",
  answer: "trigger_explanation.answer",
  profile_view: "trigger_explanation.profile_view",
};

const EVENTS: Record<Trigger, MessageId> = {
  order: "trigger_event.order",
  review: "trigger_event.review",
  photo_review: "trigger_event.photo_review",
  shared_review: "trigger_event.shared_review",
  answer: "trigger_event.answer",
  profile_view: "trigger_event.profile_view",
};

/** The triggers a coupon can be created for, in the order they are offered. */
export const OFFERED_TRIGGERS = ["order", "review", "photo_review", "shared_review", "answer"] as const;

/** A trigger as the merchant reads it. */
export function triggerLabel(trigger: Trigger): MessageId {
  return LABELS[trigger];
}

/** The trigger after "A shopper has to …". */
export function triggerTask(trigger: Trigger): MessageId {
  return TASKS[trigger];
}

/** What sets a trigger off, in one sentence. */
export function triggerExplanation(trigger: Trigger): MessageId {
  return EXPLANATIONS[trigger];
}

/** The trigger after "When a shopper …". */
export function triggerEvent(trigger: Trigger): MessageId {
  return EVENTS[trigger];
}
