import { subDays } from "date-fns";
import type { Database } from "~/platform/database.server";
import type { Source } from "~/platform/generated/client";

/** Accepted deliveries of one source that became no engagement though they should have. */
export interface DeliveryProblem {
  source: Source;
  /** Of the last 14 days. */
  count: number;
  /** Of these, those that can be run again. */
  failed: number;
  /** Of the last one: a code of app/engagements/inbox-reason.ts. */
  reason: string;
  lastAt: Date;
}

const DAYS = 14;

/** The sources whose deliveries could not be read, or whose reading failed for good, in the last 14 days. */
export async function listDeliveryProblems(
  db: Database,
  { shopId }: { shopId: number },
  now: Date,
): Promise<DeliveryProblem[]> {
  return db.$queryRaw<DeliveryProblem[]>`
    select source, count(*)::int as count, (count(*) filter (where state = 'failed'))::int as failed,
      coalesce((array_agg(reason order by received_at desc, id desc))[1], '') as reason,
      max(received_at) as "lastAt"
    from inbox_delivery
    where shop_id = ${shopId} and state in ('unreadable', 'failed') and received_at >= ${subDays(now, DAYS)}
    group by source order by source`;
}
