import type { Transaction } from "~/platform/database.server";

type Keys = { shopIds: number[]; engagementIds: string[] };

/**
 * The engagements that these are, or have become part of, with all their parts that can have rewards: from each id to the id of
 * the whole. Walks in steps, of which there is nearly always one: joined in one recursive statement, PostgreSQL takes
 * the parts for many and reads the whole table.
 */
export async function findWholes(tx: Transaction, { shopIds, engagementIds }: Keys): Promise<Map<string, string>> {
  const wholes = new Map<string, string>();
  for (let ids = engagementIds; ids.length > 0; ) {
    const rows = await tx.engagement.findMany({
      where: { shopId: { in: shopIds }, id: { in: ids } },
      select: { id: true, mergedIntoId: true },
    });
    for (const { id, mergedIntoId } of rows) if (mergedIntoId === null) wholes.set(id, id);
    ids = rows.map(({ mergedIntoId }) => mergedIntoId).filter((id) => id !== null);
  }
  for (let ids = [...wholes.keys()]; ids.length > 0; ) {
    const parts = await findParts(tx, { shopIds, engagementIds: ids });
    for (const { id, mergedIntoId } of parts) wholes.set(id, wholes.get(mergedIntoId) ?? mergedIntoId);
    ids = parts.map(({ id }) => id);
  }
  return wholes;
}

/** `kind <> 'media'` stands here as in the index `engagement_parts`: photos are many, and none has a reward. */
function findParts(tx: Transaction, { shopIds, engagementIds }: Keys): Promise<{ id: string; mergedIntoId: string }[]> {
  return tx.$queryRaw`
    select id, merged_into_id as "mergedIntoId" from engagement
    where shop_id = any(${shopIds}::int[]) and merged_into_id = any(${engagementIds}::uuid[])
      and merged_into_id is not null and kind <> 'media'`;
}
