import type { Database } from "~/platform/database.server";
import type { CodesLevel } from "~/platform/generated/client";

/** A coupon whose codes may have crossed the number at which its merchant is reminded. */
export interface LowCandidate {
  shopId: number;
  couponId: string;
  lowCodesAt: number;
  codesLevel: CodesLevel;
  /** Codes were published since the last reminder. */
  wasRefilled: boolean;
}

/**
 * Coupons of all shops that may have to be reminded of, or taken note of. Codes ever published less rewards ever promised is a
 * lower bound of the codes left, and takes no counting of promises: where it is above the number and nothing is on record, there is nothing to do.
 */
export async function listLowCoupons(db: Database): Promise<LowCandidate[]> {
  return db.$queryRaw<LowCandidate[]>`
    select c.shop_id as "shopId", c.id as "couponId", c.low_codes_at as "lowCodesAt", c.codes_level::text as "codesLevel",
      pools.published_at > coalesce((
        select max(r.noticed_at) from codes_reminder r where r.coupon_id = c.id and r.shop_id = c.shop_id), '-infinity'
      ) as "wasRefilled"
    from coupon c
    join shop s on s.id = c.shop_id and s.uninstalled_at is null
    cross join lateral (
      select coalesce(sum(p.size), 0) as size, coalesce(max(p.published_at), '-infinity') as published_at
      from code_pool p where p.shop_id = c.shop_id and p.coupon_id = c.id
    ) pools
    where c.state in ('active', 'paused') and c.code_type = 'dynamic' and c.low_codes_at is not null
    and (c.codes_level <> 'enough' or pools.size - c.budget_used <= c.low_codes_at)
    order by c.shop_id, c.id`;
}
