import type { MailBatch } from "~/platform/generated/client";
import type { MailTransport } from "~/platform/mail/mail-transport";
import type { RewardReason } from "./reward-reason";

/** Whether a batch may be handed to the provider (again). What is given up was surely not sent; what is parked may have been. */
export type RetryVerdict = { outcome: "try" } | { outcome: "park" | "give_up"; reason: RewardReason };

/**
 * How long a mail is tried that the server does not take. RFC 5321, 4.5.4.1 has mail servers try for "generally … at least 4-5
 * days"; thanks for a review are of no use that late, and a person can still send them. Three days outlast a weekend on which
 * nobody looks after the server.
 */
const GIVE_UP_AFTER_MS = 3 * 24 * 60 * 60 * 1000;

/**
 * A batch that was tried before is tried again only where that cannot make two mails of one: it was surely not sent, or the
 * provider still knows its key; and not for ever. A batch still under a lease that ran out was in a process's hand when that
 * died.
 */
export function retryVerdict(
  batch: Pick<MailBatch, "attempts" | "leaseUntil" | "firstTriedAt" | "transport">,
  transport: Pick<MailTransport, "name" | "deduplicates" | "keyLifetimeMs">,
  now: Date,
): RetryVerdict {
  if (batch.attempts === 0 || !batch.firstTriedAt) return { outcome: "try" };
  if (batch.transport !== transport.name) return { outcome: "park", reason: "transport_changed" };
  if (!transport.deduplicates && batch.leaseUntil) return { outcome: "park", reason: "delivery_unknown" };
  const age = now.getTime() - batch.firstTriedAt.getTime();
  if (transport.keyLifetimeMs !== null && age >= transport.keyLifetimeMs)
    return { outcome: "park", reason: "key_expired" };
  if (!transport.deduplicates && age >= GIVE_UP_AFTER_MS) return { outcome: "give_up", reason: "not_taken" };
  return { outcome: "try" };
}
