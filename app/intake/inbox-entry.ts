import type { Source } from "~/platform/generated/enums";
import { sha256Hex } from "~/platform/secrets";

/** A delivery whose signature was good, on its way into the inbox. */
export interface InboxEntry {
  /** "example.myshopify.com", lower case. */
  shopDomain: string;
  source: Source;
  /** Shopify's topic; empty for sources that name the event in the body. */
  topic: string;
  deliveryKey: string;
  eventId: string | null;
  body: Uint8Array;
  triggeredAt: Date | null;
  receivedAt: Date;
}

/** Longest id kept as it is: an index entry of PostgreSQL holds about 2,700 bytes. */
const ID_LIMIT = 200;

/** What makes a redelivery recognisable: the sender's id of the delivery (hashed if it is very long), else the body's SHA-256. */
export function deliveryKeyOf(id: string | undefined, body: Uint8Array): string {
  if (!id) return sha256Hex(body);
  return id.length > ID_LIMIT ? sha256Hex(id) : id;
}
