import type { DemoShop } from "../demo-shop";
import type { Hooks } from "../devstore-settings";
import { eventsWebhook } from "./events-webhook";
import { judgemeWebhook } from "./judgeme-webhook";
import type { Review } from "./review";
import type { Webhook } from "./webhook";

/** Where webhooks go, and the shop they are about. */
export interface Destination {
  shop: DemoShop;
  hooks: Hooks;
}

/** What happened to a review. */
export type ReviewChange = "created" | "updated" | "taken-down" | "deleted";

/**
 * What the review's own source sends about a change at `at`.
 * Judge.me tells of a take-down as an update of a hidden review and has no word for a deletion (this throws then).
 */
export function reviewWebhook(to: Destination, change: ReviewChange, review: Review, at: Date, now: Date): Webhook {
  const state = { ...review, isHidden: change === "taken-down" };
  if (review.source === "events") {
    return eventsWebhook(to.hooks.events, change === "taken-down" ? "unpublished" : change, state, at, now);
  }
  if (change === "deleted") throw new Error("Judge.me has no webhook for a deleted review");
  const event = change === "created" ? "review/created" : "review/updated";
  return judgemeWebhook({ shop: to.shop, hook: to.hooks.judgeme }, event, state, at);
}
