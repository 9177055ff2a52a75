import { addSeconds } from "date-fns";
import type { Database } from "~/platform/database.server";
import type { InboxReason } from "./inbox-reason";

/** Seconds until the next try, after each that threw: long enough in all for somebody to mend what is wrong with all of them. */
const PAUSES = [5, 60, 600, 3600];

/**
 * Records that reading a delivery threw: it is tried again after 5 seconds, a minute, ten minutes and an hour, then stays
 * `failed` with the reason until somebody runs it again.
 */
export async function failDelivery(
  db: Database,
  delivery: { shopId: number; id: bigint; attempts: number },
  now: Date,
): Promise<{ outcome: "retry" | "failed" }> {
  const attempts = delivery.attempts + 1;
  const pause = PAUSES[delivery.attempts];
  const reason: InboxReason = "failed_repeatedly";
  await db.inboxDelivery.updateMany({
    where: { shopId: delivery.shopId, id: delivery.id, state: "waiting" },
    data: pause === undefined ? { attempts, state: "failed", reason } : { attempts, nextTryAt: addSeconds(now, pause) },
  });
  return { outcome: pause === undefined ? "failed" : "retry" };
}
