import pRetry from "p-retry";
import type { Application } from "~/platform/application";
import type { Message } from "~/platform/generated/client";
import { keepPace } from "~/platform/mail/keep-pace.server";
import type { BatchReceipt, OutgoingMail } from "~/platform/mail/mail-transport";
import { reachPoint } from "~/platform/reach-point";
import { giveBack } from "~/rewards/give-back.server";
import type { BatchOfMails } from "~/rewards/mail-batch";
import { recordOutcome } from "~/rewards/record-outcome.server";

/** The database may be away for a moment: what the provider said must not be forgotten for that. In all about 30 seconds. */
const RECORDING = { retries: 5, minTimeout: 1_000, factor: 2 };

/** Hands a leased batch to the provider, outside any transaction, and records the outcome. Where that throws, the batch stays in hand. */
export async function handOver(app: Application, { batch, messages }: BatchOfMails): Promise<void> {
  // A process that was held up since it took the batch may not be the only one that has it.
  if (batch.leaseUntil && batch.leaseUntil <= app.now()) return giveBack(app.db, batch, app.now());
  const mails = messages.map((message) => toMail(message, batch.senderAddress));
  const receipt = await app.mail.send({ id: batch.id, mails });
  reachPoint("mail-handed-over");
  await pRetry(() => recordOutcome(app.db, { batch, messages, receipt }, app.now()), RECORDING);
  await followUp(app, receipt).catch((error: unknown) =>
    app.logger.error({ err: error, batch: batch.id }, "a batch is recorded; its bell or its pace is not"),
  );
  const failed =
    receipt.outcome === "settled" ? receipt.receipts.filter(({ outcome }) => outcome !== "sent").length : null;
  if (failed !== 0)
    app.logger.warn({ batch: batch.id, mails: mails.length, outcome: receipt.outcome, failed }, "mails not sent");
}

/** What others are told of it. The sweep makes up for a bell that did not ring, and the provider refuses who calls too fast. */
async function followUp(app: Application, receipt: BatchReceipt): Promise<void> {
  if (receipt.outcome === "split") await app.queue.ring("send-due");
  await keepPace(app.db, { transport: app.mail, receipt }, app.now());
}

function toMail(message: Message, senderAddress: string): OutgoingMail {
  const { id, recipient, replyTo, subject, html, text, senderName } = message;
  if (recipient === null || subject === null || html === null || text === null)
    throw new Error("a message without its mail");
  const from = { name: senderName, address: senderAddress };
  return { id, from, to: recipient, subject, html, text, ...(replyTo === null ? {} : { replyTo }) };
}
