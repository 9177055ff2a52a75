import { Resend } from "resend";
import type { BatchReceipt, MailReceipt, MailTransport, OutgoingBatch, OutgoingMail } from "./mail-transport";
import { headerText, messageIdOf, senderLine, unsendableReason } from "./outgoing-mail";
import { readResendAnswer } from "./resend-receipt";

/** https://resend.com/docs/api-reference/emails/send-batch-emails */
const BATCH_SIZE = 100;
/** Of the whole team, until the answers' headers say otherwise: https://resend.com/docs/api-reference/rate-limit */
const CALLS_PER_SECOND = 5;

interface ResendOptions {
  apiKey: string;
  /** Another server that speaks Resend's API. */
  baseUrl?: string | undefined;
  /** How long one call may take. */
  timeoutMs: number;
  /** How long Resend knows a key again. */
  keyLifetimeMs: number;
}

/** Mail through Resend, up to 100 mails a call, with the batch's id as idempotency key. */
export function resendTransport({ apiKey, baseUrl, timeoutMs, keyLifetimeMs }: ResendOptions): MailTransport {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  return {
    name: "resend",
    deduplicates: true,
    keyLifetimeMs,
    batchSize: BATCH_SIZE,
    callsPerSecond: CALLS_PER_SECOND,
    send: (batch) => withoutUnsendable(batch, (sendable) => call(resend, sendable, timeoutMs)),
  };
}

/** Permissive: one mail Resend does not accept is named in the answer and does not keep the others from going out. */
async function call(resend: Resend, { id, mails }: OutgoingBatch, timeoutMs: number): Promise<BatchReceipt> {
  const options = {
    idempotencyKey: id,
    batchValidation: "permissive" as const,
    signal: AbortSignal.timeout(timeoutMs),
  };
  try {
    return readResendAnswer(await resend.batch.send(mails.map(payload), options), mails.length);
  } catch (error) {
    return {
      outcome: "retry",
      reason: `Resend could not be asked: ${error instanceof Error ? error.message : error}`,
    };
  }
}

/** Leaves out what can never be handed over. That depends on the frozen mails alone, so every try sends the same bytes. */
async function withoutUnsendable(
  batch: OutgoingBatch,
  send: (batch: OutgoingBatch) => Promise<BatchReceipt>,
): Promise<BatchReceipt> {
  const reasons = batch.mails.map(unsendableReason);
  const mails = batch.mails.filter((_mail, index) => reasons[index] === null);
  const receipt: BatchReceipt =
    mails.length > 0 ? await send({ ...batch, mails }) : { outcome: "settled", receipts: [] };
  if (receipt.outcome !== "settled") return receipt;
  const answered = [...receipt.receipts];
  const receipts = reasons.map((reason): MailReceipt => {
    if (reason !== null) return { outcome: "refused", reason };
    const own = answered.shift();
    if (!own) throw new Error("fewer receipts than mails");
    return own;
  });
  return { ...receipt, receipts };
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
