import { Resend } from "resend";
import type { MailTransport, OutgoingMail } from "./mail-transport";
import { headerText, messageIdOf, senderLine, unsendableReason } from "./outgoing-mail";
import { readResendAnswer } from "./resend-receipt";

/** Resend keeps a key for 24 hours (https://resend.com/docs/dashboard/emails/idempotency-keys); an hour is left for clocks and calls under way. */
const KEY_LIFETIME_MS = 23 * 3_600_000;

interface ResendOptions {
  apiKey: string;
  /** Another server that speaks Resend's API. */
  baseUrl?: string | undefined;
  /** How long one call may take. */
  timeoutMs: number;
}

/** Mail through Resend, one call for each message, with the message id as idempotency key. */
export function resendTransport({ apiKey, baseUrl, timeoutMs }: ResendOptions): MailTransport {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  return {
    name: "resend",
    deduplicates: true,
    keyLifetimeMs: KEY_LIFETIME_MS,
    async send(mail) {
      const reason = unsendableReason(mail);
      if (reason) return { outcome: "refused", reason };
      try {
        const options = { idempotencyKey: mail.id, signal: AbortSignal.timeout(timeoutMs) };
        return readResendAnswer(await resend.emails.send(payload(mail), options));
      } catch (error) {
        return {
          outcome: "retry",
          reason: `Resend could not be asked: ${error instanceof Error ? error.message : error}`,
        };
      }
    },
  };
}

function payload(mail: OutgoingMail) {
  return {
    from: senderLine(mail.from),
    to: mail.to,
    subject: headerText(mail.subject),
    html: mail.html,
    text: mail.text,
    headers: { "Message-ID": messageIdOf(mail) },
    ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
  };
}
