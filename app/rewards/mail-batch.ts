import { addMilliseconds } from "date-fns";
import type { MailBatch, Message } from "~/platform/generated/client";
import { newId } from "~/platform/ids";

/** A batch and its members in their order. */
export interface BatchOfMails {
  batch: MailBatch;
  messages: Message[];
}

/** Who forms and takes batches. */
export interface BatchHolder {
  /** The process that will make the call. */
  id: string;
  /** How it hands mails over. */
  transport: MailBatch["transport"];
  senderAddress: string;
}

/**
 * How long a batch stays in the hand of a process that gives no sign of life, in milliseconds. Long enough for a process that
 * is merely slow, since a mail in a lapsed hand is parked where the provider does not deduplicate.
 */
const LEASE_MS = 10_000;
/** How often a process says that it is alive, in milliseconds. */
export const RENEW_EVERY_MS = 2_500;

/** When a lease taken or renewed now ends. */
export function leaseEnd(now: Date): Date {
  return addMilliseconds(now, LEASE_MS);
}

/** Puts messages into batches of at most `size`, in the order given: not tried yet and in nobody's hand. */
export function formBatches(
  messages: Message[],
  { size, transport, senderAddress }: { size: number; transport: string; senderAddress: string },
  now: Date,
): BatchOfMails[] {
  const groups = Map.groupBy(messages.entries(), ([index]) => Math.floor(index / size));
  return [...groups.values()].map((entries) => {
    const id = newId();
    const batch: MailBatch = {
      id,
      transport,
      senderAddress,
      state: "waiting",
      createdAt: now,
      nextTryAt: now,
      holder: null,
      leaseUntil: null,
      attempts: 0,
      firstTriedAt: null,
      reason: null,
    };
    const members = entries.map(([_index, message], place) => ({ ...message, batchId: id, batchPosition: place + 1 }));
    return { batch, messages: members };
  });
}

/** The batch in the hand of a process that is about to try it. If that dies, the lease's end makes it due again. */
export function leaseBatch(batch: MailBatch, holder: string, now: Date): MailBatch {
  const leaseUntil = leaseEnd(now);
  const attempts = batch.attempts + 1;
  return { ...batch, holder, leaseUntil, nextTryAt: leaseUntil, attempts, firstTriedAt: batch.firstTriedAt ?? now };
}
