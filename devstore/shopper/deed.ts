import { z } from "zod";
import type { Order } from "./order";
import type { Review } from "./review";
import type { Answer } from "./send-webhook";
import type { Webhook } from "./webhook";

/** What can still be done about something a shopper did. */
export type DeedAction = (typeof DEED_ACTIONS)[number];

const DEED_ACTIONS = ["again", "photo", "take-down", "delete", "refund-part", "refund-rest", "cancel"] as const;

/** Something a shopper did in the demo store, and the last webhook about it. */
export type Deed = { id: string; at: Date; last: Webhook; ended: string | null } & (
  | { kind: "order"; order: Order }
  /** `holdSeconds`: the shop's hold window when it was written; null if unknown. */
  | { kind: "review"; review: Review; holdSeconds: number | null }
);

/** A webhook that was sent, and what the app said. */
export interface SentWebhook {
  id: number;
  deedId: string;
  at: Date;
  who: string;
  webhook: Webhook;
  answer: Answer;
}

/** A deed as the panel shows it. */
export interface DeedView {
  id: string;
  kind: "order" | "review";
  who: string;
  what: string;
  /** ISO 8601. */
  at: string;
  /** How it ended ("Deleted"), null while it stands. */
  ended: string | null;
  /** Until when the app may wait for a photo before it decides (ISO 8601); null where there is nothing to wait for. */
  holdUntil: string | null;
  actions: DeedAction[];
}

/** A sent webhook as the panel shows it. */
export interface SentView extends Answer {
  id: number;
  deedId: string;
  /** ISO 8601. */
  at: string;
  who: string;
  what: string;
  sender: string;
}

/** Everything the shopper panel shows. */
export interface PanelState {
  /** False until the app is installed and its hooks are known. */
  ready: boolean;
  /** Newest first. */
  deeds: DeedView[];
  /** Newest first. */
  sent: SentView[];
}

const person = z.object({ name: z.string().trim().min(1, "Enter a name"), email: z.email("Enter an email address") });

/** What the panel sends to place an order. */
export const orderRequest = z.object({
  shopper: person,
  productId: z.string(),
  /** Separated by commas; a code of Shopify's is at most 255 characters. */
  codes: z.string().max(2000, "Enter fewer codes"),
  delivery: z.enum(["normal", "bad-signature", "cancelled-first", "refunded-first"]),
});

/** What the panel sends to write a review. */
export const reviewRequest = z.object({
  shopper: person,
  productId: z.string(),
  rating: z.int().min(1).max(5),
  text: z.string().trim().min(1, "Write a few words").max(5000),
  hasPhoto: z.boolean(),
  source: z.enum(["judgeme", "events"]),
  delivery: z.enum(["normal", "bad-signature", "photo-first", "deleted-first"]),
});

/** What the panel sends to do something about a deed. */
export const actionRequest = z.object({ action: z.enum(DEED_ACTIONS) });

export type OrderRequest = z.infer<typeof orderRequest>;
export type ReviewRequest = z.infer<typeof reviewRequest>;
