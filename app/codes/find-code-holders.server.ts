import type { Database } from "~/platform/database.server";
import { findStaticKeys } from "./find-static-keys.server";
import type { CodeHolder } from "./judge-batch";

/**
 * Looks up who in the shop has each of these code keys (without line breaks in them); keys nobody has are not in the answer.
 */
export async function findCodeHolders(
  db: Database,
  { shopId, poolId, keys }: { shopId: number; poolId: string; keys: string[] },
): Promise<Map<string, CodeHolder>> {
  // `lateral … limit 1` keeps it at one look-up in the index of keys for each; a plain join may be planned as a scan of all.
  const held = await db.$queryRaw<{ holder: CodeHolder; keys: string }[]>`
    select holder, string_agg(key, E'\n') as keys
      from (
        select wanted.key,
               case when p.id = ${poolId}::uuid then 'this_import'
                    when p.state = 'importing' then 'other_import'
                    when p.state = 'abandoned' or held.position > p.size then 'freed'
                    else 'shop' end as holder
          from unnest(string_to_array(${keys.join("\n")}, E'\n')) as wanted(key)
          cross join lateral (
            select c.pool_id, c.position from code c where c.shop_id = ${shopId} and c.code_key = wanted.key limit 1) as held
          join code_pool p on p.shop_id = ${shopId} and p.id = held.pool_id) as found
     group by holder`;
  const holders = new Map<string, CodeHolder>();
  for (const { holder, keys } of held) for (const key of keys.split("\n")) holders.set(key, holder);
  for (const key of await findStaticKeys(db, { shopId })) holders.set(key, "shop");
  return holders;
}
