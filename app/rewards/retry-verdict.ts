import type { Message } from "~/platform/generated/client";
import type { MailTransport } from "~/platform/mail/mail-transport";
import type { RewardReason } from "./reward-reason";

/** Whether a message may be handed to the provider (again). */
export type RetryVerdict = { outcome: "try" } | { outcome: "park"; reason: RewardReason };

/**
 * A message that was tried before is tried again only where that cannot make two mails: it was surely not sent, or the
 * provider still knows its key. A message still under a lease that ran out was in a process's hand when that died.
 */
export function retryVerdict(
  message: Pick<Message, "attempts" | "leaseUntil" | "firstTriedAt" | "transport">,
  transport: Pick<MailTransport, "name" | "deduplicates" | "keyLifetimeMs">,
  now: Date,
): RetryVerdict {
  if (message.attempts === 0 || !message.firstTriedAt) return { outcome: "try" };
  if (message.transport !== transport.name) return { outcome: "park", reason: "transport_changed" };
  if (!transport.deduplicates)
    return message.leaseUntil ? { outcome: "park", reason: "delivery_unknown" } : { outcome: "try" };
  const age = now.getTime() - message.firstTriedAt.getTime();
  if (transport.keyLifetimeMs !== null && age >= transport.keyLifetimeMs)
    return { outcome: "park", reason: "key_expired" };
  return { outcome: "try" };
}
