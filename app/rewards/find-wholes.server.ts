import type { Transaction } from "~/platform/database.server";

/**
 * The engagements that these are, or have become part of, with all their parts that can have rewards: from each id to the id of
 * the whole.
 */
export async function findWholes(
  tx: Transaction,
  { shopIds, engagementIds }: { shopIds: number[]; engagementIds: string[] },
): Promise<Map<string, string>> {
  // `kind <> 'media'` names the index: photos are many, and none has a reward.
  const rows = await tx.$queryRaw<{ id: string; whole: string }[]>`
    with recursive upwards as (
      select e.shop_id, e.id, e.merged_into_id from engagement e
      where e.shop_id = any(${shopIds}::int[]) and e.id = any(${engagementIds}::uuid[])
      union
      select e.shop_id, e.id, e.merged_into_id
      from upwards join engagement e on e.id = upwards.merged_into_id and e.shop_id = upwards.shop_id
    ), downwards as (
      select shop_id, id, id as whole from upwards where merged_into_id is null
      union all
      select e.shop_id, e.id, downwards.whole
      from downwards join engagement e on e.merged_into_id = downwards.id and e.shop_id = downwards.shop_id
      where e.merged_into_id is not null and e.kind <> 'media'
    )
    select id, whole from downwards`;
  return new Map(rows.map(({ id, whole }) => [id, whole]));
}
