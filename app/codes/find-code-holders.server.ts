import type { Transaction } from "~/platform/database.server";
import { codeKey } from "./code-key";
import type { CodeHolder } from "./judge-batch";

/**
 * Looks up who in the shop has each of these code keys (without line breaks in them); keys nobody has are not in the answer.
 */
export async function findCodeHolders(
  tx: Transaction,
  { shopId, poolId, keys }: { shopId: number; poolId: string; keys: string[] },
): Promise<Map<string, CodeHolder>> {
  // `lateral … limit 1` keeps it at one index look-up for each key; a plain join is sometimes planned as a scan of all codes.
  const rows = await tx.$queryRaw<{ key: string; holder: CodeHolder }[]>`
    select wanted.key, held.holder
      from unnest(string_to_array(${keys.join("\n")}, E'\n')) as wanted(key)
      cross join lateral (
        select case when c.pool_id = ${poolId}::uuid then 'this_import'
                    when p.state = 'importing' then 'other_import'
                    when p.state = 'abandoned' or c.position > p.size then 'freed'
                    else 'shop' end as holder
          from code c join code_pool p on p.shop_id = c.shop_id and p.id = c.pool_id
         where c.shop_id = ${shopId} and c.code_key = wanted.key limit 1) as held`;
  const holders = new Map(rows.map(({ key, holder }) => [key, holder]));
  for (const key of await staticCodeKeys(tx, shopId)) holders.set(key, "shop");
  return holders;
}

/** A static code is known to many: it must never be somebody's own, even after its coupon was deleted. */
async function staticCodeKeys(tx: Transaction, shopId: number): Promise<string[]> {
  const coupons = await tx.coupon.findMany({
    where: { shopId, staticCode: { not: null }, state: { not: "draft" } },
    select: { staticCode: true },
    distinct: ["staticCode"],
  });
  return coupons.flatMap(({ staticCode }) => (staticCode === null ? [] : [codeKey(staticCode)]));
}
