import type { Database, Transaction } from "~/platform/database.server";

/** How many rewards of each coupon got their code since then, along the index (coupon, code taken); coupons without any are left out. */
export async function countGivenSince(
  db: Database | Transaction,
  { shopId, couponIds, since }: { shopId: number; couponIds: string[]; since: Date },
): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ couponId: string; given: number }[]>`
    select asked.id as "couponId", (
      select count(*)::int from reward r
       where r.coupon_id = asked.id and r.shop_id = ${shopId} and r.code_taken_at is not null and r.code_taken_at >= ${since}
    ) as given
      from unnest(${couponIds}::uuid[]) as asked(id)`;
  return new Map(rows.filter(({ given }) => given > 0).map(({ couponId, given }) => [couponId, given]));
}
