import { type Sentence, sentence } from "~/messages/sentence";

/** What waits while the thank-you email is off, as a sentence; null where nothing does. `count`: coupons promised. */
export function waitingWords(count: number): Sentence | null {
  if (count === 0) return null;
  return sentence("thank_you.waiting", { count });
}
