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
 * Coupons of all shops whose level may have become another than the one on record. Codes ever published less rewards ever
 * promised is a lower bound of the codes left, and takes no counting: only where it says that the next worse level may be
 * reached, or where a worse one may be over because codes came, is there anything to count. A coupon whose budget is used up needs codes only
 * for those it was promised to.
 */
export async function listLowCoupons(db: Database): Promise<LowCandidate[]> {
  return db.$queryRaw<LowCandidate[]>`
    select c.shop_id as "shopId", c.id as "couponId", c.low_codes_at as "lowCodesAt", c.codes_level::text as "codesLevel",
      refill.came as "wasRefilled"
    from coupon c
    join shop s on s.id = c.shop_id and s.uninstalled_at is null
    cross join lateral (
      select coalesce(sum(p.size), 0) - c.budget_used as at_least, coalesce(max(p.published_at), '-infinity') as published_at
      from code_pool p where p.shop_id = c.shop_id and p.coupon_id = c.id
    ) pools
    cross join lateral (
      select pools.published_at > coalesce(max(r.noticed_at), '-infinity') as came
      from codes_reminder r where r.coupon_id = c.id and r.shop_id = c.shop_id
    ) refill
    where c.state in ('active', 'paused') and c.code_type = 'dynamic' and c.low_codes_at is not null
    and (c.budget is null or c.budget_used < c.budget or pools.at_least < 0)
    and case c.codes_level
      when 'enough' then pools.at_least <= c.low_codes_at
      when 'low' then pools.at_least <= 0 or refill.came
      else refill.came
    end
    order by c.shop_id, c.id`;
}
