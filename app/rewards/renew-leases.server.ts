import type { Database } from "~/platform/database.server";
import { leaseEnd } from "./mail-batch";

/** Says that a process still has these batches in hand. A lease that another process took over does not come back. */
export async function renewLeases(
  db: Database,
  { holder, batchIds }: { holder: string; batchIds: string[] },
  now: Date,
): Promise<void> {
  if (batchIds.length === 0) return;
  const leaseUntil = leaseEnd(now);
  await db.mailBatch.updateMany({
    where: { id: { in: batchIds }, holder, state: "waiting" },
    data: { leaseUntil, nextTryAt: leaseUntil },
  });
}
