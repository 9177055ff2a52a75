/** One mail, ready to go: what is frozen on a message plus who it is from. */
export interface OutgoingMail {
  /** The message's id: idempotency key towards the provider and left part of the Message-ID. */
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

/** What is known after one try. Only "sent" and "refused" are final by themselves. */
export type MailReceipt =
  | { outcome: "sent"; providerId: string }
  /** Surely not sent, or safe to repeat under the same id. */
  | { outcome: "retry"; reason: string; retryAfterSeconds?: number }
  /** Never will be sent as it is. */
  | { outcome: "refused"; reason: string }
  /** May have been sent, and trying again could send it twice: for a person to decide. */
  | { outcome: "unknown"; reason: string };

/** A way to hand over mail. `send` answers with a receipt; it never throws for trouble at the provider. */
export interface MailTransport {
  name: "resend" | "smtp" | "outbox";
  /** Whether the same id handed over twice gives one mail. */
  deduplicates: boolean;
  /** How long after the first try the same id may be handed over again, in milliseconds; null: no end. */
  keyLifetimeMs: number | null;
  send(mail: OutgoingMail): Promise<MailReceipt>;
}
