/** Why a line of an uploaded file did not become a code. */
export type RejectReason = keyof typeof SENTENCES;

const SENTENCES = {
  duplicate_in_file: "The same code stands on an earlier line of this file.",
  duplicate_in_shop: "This shop already has this code.",
  held_by_other_upload: "Another upload that is still running holds this code.",
  empty: "The line has no code.",
  too_long: "The code is longer than 255 characters.",
  control_characters: "The code contains control characters or line breaks.",
  unreadable_characters: "The code contains characters that could not be read.",
  unclear_quotes: "A quotation mark is opened and not closed properly.",
  line_too_long: "The line is too long.",
  several_columns: "The line has more columns than the rest of the file.",
  ended: "The code's own end date has passed.",
  ends_before_coupon: "The code ends before the coupon does.",
  unclear_end_date: "The end date is not written as day/month/year.",
  discount_ended: "The discount has ended.",
  discount_used_up: "The code was used as often as it can be.",
  discount_without_code: "An automatic discount, or one of an app: it has no code.",
  discount_not_chosen: "Not one of the discounts that were chosen.",
} as const;

/** A stored reason in words for the merchant, one English sentence. Throws where there is no such reason. */
export function rejectSentence(reason: string): string {
  if (!Object.hasOwn(SENTENCES, reason)) throw new Error(`There is no reason "${reason}" for rejecting a line.`);
  return SENTENCES[reason as RejectReason];
}
