import type { MessageId } from "~/messages/english";
import { type Sentence, sentence } from "~/messages/sentence";

/** Why a delivery became no engagement: the code stored on the inbox row, and the message a merchant reads. */
export const INBOX_REASONS = {
  topic_missing: "inbox.topic_missing",
  topic_not_used: "inbox.topic_not_used",
  not_text: "inbox.not_text",
  not_json: "inbox.not_json",
  wrong_shape: "inbox.wrong_shape",
  id_missing: "inbox.id_missing",
  older_than_known: "inbox.older_than_known",
  repeated: "inbox.repeated",
  other_shop: "inbox.other_shop",
  failed_repeatedly: "inbox.failed_repeatedly",
} as const satisfies Record<string, MessageId>;

/** Code of a reason on an inbox row. */
export type InboxReason = keyof typeof INBOX_REASONS;

/** What a merchant reads for a stored reason code; a code of an older version is shown as it is. */
export function describeInboxReason(code: string): Sentence {
  return isInboxReason(code) ? sentence(INBOX_REASONS[code]) : sentence("common.verbatim", { text: code });
}

function isInboxReason(code: string): code is InboxReason {
  return Object.hasOwn(INBOX_REASONS, code);
}
