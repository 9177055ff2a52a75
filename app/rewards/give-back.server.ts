import type { Database } from "~/platform/database.server";
import type { MailBatch } from "~/platform/generated/client";

/**
 * Gives back a batch that was taken and not tried, so that anybody may take it; nothing if another process has it already.
 * Without this the end of its lease would look like a process that died in the middle of a call.
 */
export async function giveBack(db: Database, batch: MailBatch, now: Date): Promise<void> {
  const attempts = batch.attempts - 1;
  await db.mailBatch.updateMany({
    where: { id: batch.id, state: "waiting", holder: batch.holder, attempts: batch.attempts },
    data: { holder: null, leaseUntil: null, nextTryAt: now, attempts, ...(attempts === 0 && { firstTriedAt: null }) },
  });
}
