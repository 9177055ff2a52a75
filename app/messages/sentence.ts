import type { MessageId } from "./english";

/**
 * What a message's placeholders stand for. Numbers are written by `{name, number}` or `#`; `{name}` shows them bare. A sentence is
 * said first: "Review: Teapot" is a message about a name that is a message itself.
 */
export type MessageValues = Record<string, string | number | Date | Sentence | null | undefined>;

/** A message that rules decided on and a page has yet to put into words. */
export interface Sentence {
  id: MessageId;
  values?: MessageValues;
}

/** A message of the catalogue with what its placeholders stand for. */
export function sentence(id: MessageId, values?: MessageValues): Sentence {
  return values ? { id, values } : { id };
}
