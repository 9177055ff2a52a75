import type { MessageId } from "~/messages/english";
import type { Trigger } from "~/platform/generated/client";

/** Sources that are set up, next to Shopify itself, which always is. */
export interface ConnectedSources {
  judgeme: boolean;
  events: boolean;
}

/** What a shop has to connect before a shopper can set off this trigger, in a sentence; null where it can happen now. */
export function triggerNeeds(trigger: Trigger, { judgeme, events }: ConnectedSources): MessageId | null {
  switch (trigger) {
    case "order":
      return null;
    case "review":
    case "photo_review":
      return judgeme || events ? null : "trigger_needs.reviews";
    case "shared_review":
      return events ? null : "trigger_needs.shares";
    case "answer":
      return events ? null : "trigger_needs.answers";
    case "profile_view":
      return "trigger_needs.not_available";
  }
}
