import type { Database } from "~/platform/database.server";

/** Names one reward. */
export interface RewardKey {
  shopId: number;
  id: string;
}

/**
 * Promises whose time has come, oldest first, at most `limit`. Those of shops whose thank-you email is off, or was never
 * written, wait until it is on; those of shops that uninstalled Laurel are listed to be ended.
 */
export async function listDue(db: Database, input: { limit: number }, now: Date): Promise<RewardKey[]> {
  const rows = await db.$queryRaw<{ shop_id: number; id: string }[]>`
    select r.shop_id, r.id from reward r join shop s on s.id = r.shop_id
    where r.state = 'promised' and r.send_at <= ${now}
    and (s.uninstalled_at is not null or s.thank_you_email_since is not null
      and exists (select 1 from thank_you_email t where t.shop_id = r.shop_id))
    order by r.send_at, r.id limit ${input.limit}`;
  return rows.map((row) => ({ shopId: row.shop_id, id: row.id }));
}
