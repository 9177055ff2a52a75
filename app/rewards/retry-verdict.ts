import type { MailBatch } from "~/platform/generated/client";
import type { MailTransport } from "~/platform/mail/mail-transport";
import type { RewardReason } from "./reward-reason";

/** Whether a batch may be handed to the provider (again). */
export type RetryVerdict = { outcome: "try" } | { outcome: "park"; reason: RewardReason };

/**
 * A batch that was tried before is tried again only where that cannot make two mails of one: it was surely not sent, or the
 * provider still knows its key. A batch still under a lease that ran out was in a process's hand when that died.
 */
export function retryVerdict(
  batch: Pick<MailBatch, "attempts" | "leaseUntil" | "firstTriedAt" | "transport">,
  transport: Pick<MailTransport, "name" | "deduplicates" | "keyLifetimeMs">,
  now: Date,
): RetryVerdict {
  if (batch.attempts === 0 || !batch.firstTriedAt) return { outcome: "try" };
  if (batch.transport !== transport.name) return { outcome: "park", reason: "transport_changed" };
  if (!transport.deduplicates)
    return batch.leaseUntil ? { outcome: "park", reason: "delivery_unknown" } : { outcome: "try" };
  const age = now.getTime() - batch.firstTriedAt.getTime();
  if (transport.keyLifetimeMs !== null && age >= transport.keyLifetimeMs)
    return { outcome: "park", reason: "key_expired" };
  return { outcome: "try" };
}
