import type { MessageId } from "~/messages/english";
import { type Sentence, sentence } from "~/messages/sentence";

/** Why a line of an uploaded file did not become a code. */
export type RejectReason = keyof typeof MESSAGES;

const MESSAGES = {
  duplicate_in_file: "codes.reject.duplicate_in_file",
  duplicate_in_shop: "codes.reject.duplicate_in_shop",
  held_by_other_upload: "codes.reject.held_by_other_upload",
  empty: "codes.reject.empty",
  too_long: "codes.reject.too_long",
  control_characters: "codes.reject.control_characters",
  unreadable_characters: "codes.reject.unreadable_characters",
  unclear_quotes: "codes.reject.unclear_quotes",
  line_too_long: "codes.reject.line_too_long",
  several_columns: "codes.reject.several_columns",
  ended: "codes.reject.ended",
  ends_before_coupon: "codes.reject.ends_before_coupon",
  unclear_end_date: "codes.reject.unclear_end_date",
  discount_ended: "codes.reject.discount_ended",
  discount_used_up: "codes.reject.discount_used_up",
  discount_without_code: "codes.reject.discount_without_code",
  discount_not_chosen: "codes.reject.discount_not_chosen",
} as const satisfies Record<string, MessageId>;

/** A stored reason in words for the merchant, one sentence. Throws where there is no such reason. */
export function rejectSentence(reason: string): Sentence {
  if (!Object.hasOwn(MESSAGES, reason)) throw new Error(`There is no reason "${reason}" for rejecting a line.`);
  return sentence(MESSAGES[reason as RejectReason]);
}
