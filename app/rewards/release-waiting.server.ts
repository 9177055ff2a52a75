import type { Database } from "~/platform/database.server";

/** Makes rewards that waited for codes due again where their coupon has codes now, or a fallback. Returns how many. */
export async function releaseWaiting(db: Database): Promise<number> {
  return db.$executeRaw`
    update reward r set state = 'promised'
    where r.state = 'waiting_for_code' and (
      exists (
        select 1 from code_pool p
        where p.shop_id = r.shop_id and p.coupon_id = r.coupon_id and p.state = 'open'
      )
      or exists (
        select 1 from coupon c where c.shop_id = r.shop_id and c.id = r.coupon_id and c.when_empty = 'fallback'
      )
    )`;
}
