import { addSeconds } from "date-fns";
import type { Database } from "~/platform/database.server";
import type { InboxReason } from "./inbox-reason";

/** Tries after which a delivery is given up until somebody runs it again. */
const MAX_ATTEMPTS = 5;

/** Records that reading a delivery threw: it is tried again after 1, 5, 25, 125 seconds, then stays `failed` with the reason. */
export async function failDelivery(
  db: Database,
  delivery: { shopId: number; id: bigint; attempts: number },
  now: Date,
): Promise<{ outcome: "retry" | "failed" }> {
  const attempts = delivery.attempts + 1;
  const failed = attempts >= MAX_ATTEMPTS;
  const reason: InboxReason = "failed_repeatedly";
  await db.inboxDelivery.updateMany({
    where: { shopId: delivery.shopId, id: delivery.id, state: "waiting" },
    data: failed
      ? { attempts, state: "failed", reason }
      : { attempts, nextTryAt: addSeconds(now, 5 ** (attempts - 1)) },
  });
  return { outcome: failed ? "failed" : "retry" };
}
