import { addMilliseconds } from "date-fns";
import type { Database } from "~/platform/database.server";
import type { Message } from "~/platform/generated/client";

/** A lease with less than this left, in milliseconds, is too short to begin a call under. */
const MIN_LEFT_MS = 60_000;

/**
 * Makes sure of a lease before the call it is for. A message whose lease runs low was waiting behind slow ones: it was not
 * tried, and goes back so that anybody may take it. Otherwise a lease could run out in the middle of the call, and a
 * provider that does not deduplicate would be asked twice, or the mail be given up although it goes out.
 */
export async function keepLease(
  db: Database,
  message: Message,
  now: Date,
): Promise<{ outcome: "kept" | "given_back" }> {
  const { shopId, id, leaseUntil } = message;
  if (leaseUntil && leaseUntil >= addMilliseconds(now, MIN_LEFT_MS)) return { outcome: "kept" };
  const attempts = message.attempts - 1;
  await db.message.updateMany({
    where: { shopId, id, leaseUntil, state: "waiting" },
    data: {
      leaseUntil: null,
      nextTryAt: now,
      attempts,
      ...(attempts === 0 && { firstTriedAt: null, transport: null }),
    },
  });
  return { outcome: "given_back" };
}
