import { randomInt, randomUUID } from "node:crypto";
import type { Product, Shopper } from "./catalogue";

/** Who tells the app about a review. Only the events API can tell of a deletion; Judge.me has no webhook for it. */
export type ReviewSource = "judgeme" | "events";

/** A review as it stands at its source. */
export interface Review {
  source: ReviewSource;
  /** The source's own id. */
  id: string;
  shopper: Shopper;
  product: Product;
  /** Stars, 1 to 5. */
  rating: number;
  text: string;
  hasPhoto: boolean;
  /** Taken down by the merchant or by the source's spam filter. */
  isHidden: boolean;
  writtenAt: Date;
}

/** What the shopper enters. */
export type ReviewDraft = Pick<Review, "source" | "shopper" | "product" | "rating" | "text" | "hasPhoto">;

/** Makes a review with a new id of the kind its source gives. */
export function writeReview(draft: ReviewDraft, now: Date): Review {
  const id = draft.source === "judgeme" ? String(465_000_000 + randomInt(100_000_000)) : `rev_${randomUUID()}`;
  return { ...draft, id, isHidden: false, writtenAt: now };
}
