import { addMilliseconds } from "date-fns";
import type { Message } from "~/platform/generated/client";

/** How long a process may hold a message, in milliseconds; longer than any call to a provider takes. */
const LEASE_MS = 120_000;

/** The message in the hand of a process that is about to try it. If that dies, the lease's end makes it due again. */
export function leaseMessage(message: Message, transport: string, now: Date): Message {
  const leaseUntil = addMilliseconds(now, LEASE_MS);
  const attempts = message.attempts + 1;
  return {
    ...message,
    transport,
    leaseUntil,
    nextTryAt: leaseUntil,
    attempts,
    firstTriedAt: message.firstTriedAt ?? now,
  };
}
