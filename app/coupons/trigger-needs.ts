import type { Trigger } from "~/platform/generated/client";

/** Sources that are set up, next to Shopify itself, which always is. */
export interface ConnectedSources {
  judgeme: boolean;
  events: boolean;
}

/** What a shop has to connect before a shopper can set off this trigger, in a sentence; null where it can happen now. */
export function triggerNeeds(trigger: Trigger, { judgeme, events }: ConnectedSources): string | null {
  switch (trigger) {
    case "order":
      return null;
    case "review":
    case "photo_review":
      return judgeme || events ? null : "Connect Judge.me first, or send reviews through the events API.";
    case "shared_review":
      return events ? null : "Send shares through the events API first.";
    case "answer":
      return events ? null : "Send answers through the events API first.";
    case "profile_view":
      return "Not available yet.";
  }
}
