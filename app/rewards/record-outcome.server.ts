import { addSeconds } from "date-fns";
import type { Database } from "~/platform/database.server";
import type { Message } from "~/platform/generated/client";
import type { MailReceipt } from "~/platform/mail/mail-transport";
import { redactAddresses } from "~/platform/redact-addresses";
import { type SettledMessage, settleMessages } from "./settle-messages.server";

const LONGEST_BACKOFF_SECONDS = 900;

/**
 * Records what the provider answered. A message to be tried again waits 2, 4, 8 … seconds, at most
 * 15 minutes, or as long as the provider asked; its holder's lease ends with it.
 */
export async function recordOutcome(
  db: Database,
  input: { message: Message; receipt: MailReceipt },
  now: Date,
): Promise<void> {
  const { message, receipt } = input;
  const final = finalOutcome(message, receipt);
  if (final) return db.$transaction((tx) => settleMessages(tx, [final], now));
  const asked = receipt.outcome === "retry" ? (receipt.retryAfterSeconds ?? 0) : 0;
  const seconds = Math.max(asked, Math.min(2 ** message.attempts, LONGEST_BACKOFF_SECONDS));
  await db.message.updateMany({
    // Only the holder may end its lease: after it ran out the message may be in other hands.
    where: { shopId: message.shopId, id: message.id, state: "waiting", leaseUntil: message.leaseUntil },
    data: {
      leaseUntil: null,
      nextTryAt: addSeconds(now, seconds),
      reason: receipt.outcome === "retry" ? redactAddresses(receipt.reason) : null,
    },
  });
}

function finalOutcome(message: Message, receipt: MailReceipt): SettledMessage | null {
  switch (receipt.outcome) {
    case "sent":
      return { message, state: "sent", reason: null, providerId: receipt.providerId };
    case "refused":
      return { message, state: "failed", reason: `refused: ${redactAddresses(receipt.reason)}`, providerId: null };
    case "unknown":
      return {
        message,
        state: "delivery_unknown",
        reason: `delivery_unknown: ${redactAddresses(receipt.reason)}`,
        providerId: null,
      };
    case "retry":
      return null;
  }
}
