/** One mail, ready to go: what is frozen on a message plus who it is from. */
export interface OutgoingMail {
  /** The message's id: left part of the Message-ID. */
  id: string;
  /** The shop's name with the installation's verified address. */
  from: { name: string; address: string };
  /** The merchant's address, where answers go. */
  replyTo?: string;
  /** One address, without a display name. */
  to: string;
  subject: string;
  html: string;
  text: string;
}

/** Mails for one call. Members and order are part of what the id stands for. */
export interface OutgoingBatch {
  /** Idempotency key towards the provider. */
  id: string;
  mails: OutgoingMail[];
}

/** What is known about one mail for good. */
export type MailReceipt =
  | { outcome: "sent"; providerId: string }
  /** Never will be sent as it is. */
  | { outcome: "refused"; reason: string }
  /** May have been sent, and trying again could send it twice: for a person to decide. */
  | { outcome: "unknown"; reason: string };

/** What is known after one call. `callsPerSecond` is the provider's word on how fast it may be called, where it gave one. */
export type BatchReceipt = (
  | { outcome: "settled"; receipts: MailReceipt[] }
  /** Surely nothing was sent, or the same batch is safe to repeat under its id. `forAll`: the wait concerns every call, not this one alone. */
  | { outcome: "retry"; reason: string; retryAfterSeconds?: number; forAll?: boolean }
  /** Nothing was sent and never will be in this company: some member is not acceptable. Never said of a single mail. */
  | { outcome: "split"; reason: string }
) & { callsPerSecond?: number };

/** A way to hand over mail. `send` answers with a receipt; it never throws for trouble at the provider. */
export interface MailTransport {
  name: "resend" | "smtp" | "outbox";
  /** Whether the same batch handed over twice gives each mail once. */
  deduplicates: boolean;
  /** How long after the first try the same id may be handed over again, in milliseconds; null: no end. */
  keyLifetimeMs: number | null;
  /** Most mails in one batch. */
  batchSize: number;
  /** Calls a second all processes may make together, until the provider says otherwise; null: no limit. */
  callsPerSecond: number | null;
  send(batch: OutgoingBatch): Promise<BatchReceipt>;
}
