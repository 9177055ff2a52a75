import { addSeconds } from "date-fns";
import type { Database, Transaction } from "~/platform/database.server";
import type { BatchReceipt, MailReceipt } from "~/platform/mail/mail-transport";
import { reachPoint } from "~/platform/reach-point";
import { redactAddresses } from "~/platform/redact-addresses";
import { writeRows } from "~/platform/write-rows.server";
import { type BatchOfMails, formBatches } from "./mail-batch";
import { type SettledMessage, settleMessages } from "./settle-messages.server";

/** What RFC 5321, 4.5.4.1 asks for between tries. Doubling until then, no wait is longer than the trouble has lasted. */
const LONGEST_BACKOFF_SECONDS = 1800;

/**
 * Records what the provider answered. A batch to be tried again waits 2, 4, 8 … seconds, at most half an hour, or as long as
 * the provider asked, and only so long where the wait is for every call; its holder's lease ends with it. A batch the provider does not take as a whole is halved, so that
 * one mail it never takes is alone after a few tries.
 */
export async function recordOutcome(
  db: Database,
  { batch, messages, receipt }: BatchOfMails & { receipt: BatchReceipt },
  now: Date,
): Promise<void> {
  if (receipt.outcome === "retry") return putOff(db, { batch, receipt }, now);
  await db.$transaction(async (tx) => {
    const { count } = await tx.mailBatch.updateMany({
      where: { id: batch.id, state: "waiting" },
      data: { state: "settled", holder: null, leaseUntil: null },
    });
    // Whose hand it is in by now does not matter: what was sent was sent, even where the batch was given up meanwhile.
    if (receipt.outcome === "settled") await settleMessages(tx, outcomes(messages, receipt.receipts), now);
    else if (count > 0) await splitBatch(tx, { batch, messages }, now);
    reachPoint("outcome-written");
  });
  reachPoint("outcome-recorded");
}

async function putOff(
  db: Database,
  { batch, receipt }: Pick<BatchOfMails, "batch"> & { receipt: Extract<BatchReceipt, { outcome: "retry" }> },
  now: Date,
): Promise<void> {
  const asked = receipt.retryAfterSeconds ?? 0;
  // Where every call waits, nothing is wrong with this batch: its turn comes when it is over, before later ones.
  const seconds = receipt.forAll ? asked : Math.max(asked, Math.min(2 ** batch.attempts, LONGEST_BACKOFF_SECONDS));
  // The first answer that says for sure that nothing was sent: the key's lifetime has not begun.
  const untried = receipt.forAll && batch.attempts === 1 ? { attempts: 0, firstTriedAt: null } : {};
  await db.mailBatch.updateMany({
    // Only the holder may end its lease: after it ran out the batch may be in other hands.
    where: { id: batch.id, state: "waiting", holder: batch.holder, attempts: batch.attempts },
    data: {
      holder: null,
      leaseUntil: null,
      nextTryAt: addSeconds(now, seconds),
      ...untried,
      reason: redactAddresses(receipt.reason),
    },
  });
}

async function splitBatch(tx: Transaction, { batch, messages }: BatchOfMails, now: Date): Promise<void> {
  const size = Math.ceil(messages.length / 2);
  const halves = formBatches(messages, { ...batch, size }, now);
  await writeRows(
    tx,
    "mail_batch",
    halves.map((half) => half.batch),
  );
  await writeRows(
    tx,
    "message",
    halves.flatMap((half) => half.messages),
  );
}

function outcomes(messages: BatchOfMails["messages"], receipts: MailReceipt[]): SettledMessage[] {
  return messages.map((message, index) => {
    const receipt = receipts[index];
    if (!receipt) throw new Error("fewer receipts than mails");
    return { message, ...finalState(receipt) };
  });
}

function finalState(receipt: MailReceipt): Omit<SettledMessage, "message"> {
  switch (receipt.outcome) {
    case "sent":
      return { state: "sent", reason: null, providerId: receipt.providerId };
    case "refused":
      return { state: "failed", reason: `refused: ${redactAddresses(receipt.reason)}`, providerId: null };
    case "unknown":
      return {
        state: "parked",
        reason: `delivery_unknown: ${redactAddresses(receipt.reason)}`,
        providerId: null,
      };
  }
}
