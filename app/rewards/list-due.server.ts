import type { Database } from "~/platform/database.server";

/** Names one reward. */
export interface RewardKey {
  shopId: number;
  id: string;
}

/** Promises whose time has come. `lastShop` is where the next look begins. */
export interface DueList {
  rewards: RewardKey[];
  lastShop: number;
}

/** Above every id of a shop. */
const LAST = 2_147_483_647;

/**
 * Promises whose time has come, at most `limit`, of at most `shops` shops: those with the next ids after `afterShop`, and
 * round again from the first, so that every shop has its turn however much another has waiting. First the oldest of each
 * shop, then the second oldest … Those of shops whose thank-you email is off, or was never written, wait until it is on; those
 * of shops that uninstalled Laurel are listed to be ended.
 */
export async function listDue(
  db: Database,
  { limit, shops, afterShop }: { limit: number; shops: number; afterShop: number },
  now: Date,
): Promise<DueList> {
  const ahead = await dueShops(db, { from: afterShop, to: LAST, limit: shops }, now);
  const around = await dueShops(db, { from: 0, to: afterShop, limit: shops - ahead.length }, now);
  const turn = [...ahead, ...around];
  const rows = await db.$queryRaw<{ shop_id: number; id: string }[]>`
    select c.shop_id, c.id from unnest(${turn}::int[]) as turn(shop_id)
    cross join lateral (
      select r.shop_id, r.id, r.send_at, row_number() over (order by r.send_at, r.id) as place
      from reward r where r.shop_id = turn.shop_id and r.state = 'promised' and r.send_at <= ${now}
      order by r.send_at, r.id limit ${limit}
    ) c
    order by c.place, c.send_at, c.id limit ${limit}`;
  return { rewards: rows.map((row) => ({ shopId: row.shop_id, id: row.id })), lastShop: turn.at(-1) ?? afterShop };
}

/**
 * Steps through the index from shop to shop until enough have something due, so the cost is one look-up for each shop on the
 * way that has promises, due or not. Each step counts what was found: a `limit` over the whole would let the planner join in
 * an order of its own, and a shop passed over once could be passed over for ever. `offset 0` keeps what is due from being
 * asked twice.
 */
async function dueShops(
  db: Database,
  { from, to, limit }: { from: number; to: number; limit: number },
  now: Date,
): Promise<number[]> {
  if (limit <= 0) return [];
  const rows = await db.$queryRaw<{ shop_id: number }[]>`
    with recursive step(shop_id, is_due, found) as (
      select ${from}::int, false, 0
      union all
      select next.shop_id, ripe.is_due, step.found + ripe.is_due::int
      from step cross join lateral (
        select min(r.shop_id) as shop_id from reward r
        where r.state = 'promised' and r.shop_id > step.shop_id and r.shop_id <= ${to}
      ) next cross join lateral (
        select exists (select 1 from reward r
                       where r.shop_id = next.shop_id and r.state = 'promised' and r.send_at <= ${now})
          and exists (
            select 1 from shop s where s.id = next.shop_id
            and (s.uninstalled_at is not null or s.thank_you_email_since is not null
              and exists (select 1 from thank_you_email t where t.shop_id = s.id))
          ) as is_due
        offset 0
      ) ripe
      where step.found < ${limit} and next.shop_id is not null
    )
    select shop_id from step where is_due order by shop_id`;
  return rows.map((row) => row.shop_id);
}
