/** Why a delivery became no engagement: the code stored on the inbox row, and the words a merchant reads. */
export const INBOX_REASONS = {
  topic_missing: "The webhook did not say which topic it is about.",
  topic_not_used: "Laurel does not use this kind of event.",
  not_text: "The body is not readable text (it is not valid UTF-8).",
  not_json: "The body is not valid JSON.",
  wrong_shape: "The body does not contain what this source promises.",
  id_missing: "The event does not say which review or order it is about.",
  older_than_known: "It is older than what is known already, so it changed nothing.",
  repeated: "It was reported before, so it changed nothing.",
  other_shop: "The event names another shop than the one its address belongs to.",
  failed_repeatedly: "Reading it failed five times. It can be run again.",
} as const;

/** Code of a reason on an inbox row. */
export type InboxReason = keyof typeof INBOX_REASONS;

/** The words for a stored reason code; a code of an older version is shown as it is. */
export function describeInboxReason(code: string): string {
  return Object.hasOwn(INBOX_REASONS, code) ? INBOX_REASONS[code as InboxReason] : code;
}
