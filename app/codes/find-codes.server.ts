import type { Database } from "~/platform/database.server";

/** Where a code stands. */
export interface CodePlace {
  poolId: string;
  position: number;
}

/** The codes at these places of a shop, in the order asked for; null where there is none. One look-up for each. */
export async function findCodes(
  db: Database,
  { shopId, places }: { shopId: number; places: CodePlace[] },
): Promise<(string | null)[]> {
  if (places.length === 0) return [];
  const rows = await db.$queryRaw<{ code: string | null }[]>`
    select (select c.code from code c
            where c.pool_id = asked.pool_id and c.position = asked.position and c.shop_id = ${shopId}) as code
    from unnest(${places.map(({ poolId }) => poolId)}::uuid[], ${places.map(({ position }) => position)}::int[])
      with ordinality as asked(pool_id, position, place)
    order by asked.place`;
  return rows.map(({ code }) => code);
}
