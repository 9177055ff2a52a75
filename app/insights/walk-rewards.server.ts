import type { Database } from "~/platform/database.server";
import { Prisma } from "~/platform/generated/client";
import type { PageStart, Place } from "./page-cursor";
import type { FoundReward } from "./reward-search.server";
import { matchesBounds } from "./reward-search.server";
import type { SearchBounds } from "./search-bounds";
import type { SentCodeState } from "./sent-codes-filter";

/** What is looked for, and from where on. */
export interface Walk {
  shopId: number;
  couponId: string | null;
  state: SentCodeState | null;
  since: Date | null;
  before: Date | null;
  bounds: SearchBounds | null;
  start: PageStart;
}

/**
 * Rewards that have their code, from the start on in its direction, at most `limit`. Reads along an index and looks at no
 * more than `most` of its entries; `further` is the last of them where the end was not reached.
 */
export async function walkRewards(
  db: Database,
  walk: Walk,
  { limit, most }: { limit: number; most: number },
): Promise<{ found: FoundReward[]; further: Place | null }> {
  const found = await db.$queryRaw<FoundReward[]>`
    select r.id, r.code_taken_at as at, r.state, r.coupon_id as "couponId"
      from (${entries(walk)} limit ${most}) r
     where ${fits(walk)}
     order by ${order(walk)} limit ${limit}`;
  if (found.length === limit || !narrowsEntries(walk)) return { found, further: null };
  const [last] = await db.$queryRaw<Place[]>`
    select r.id, r.code_taken_at as at from (${entries(walk)} limit 1 offset ${most - 1}) r`;
  return { found, further: last ?? null };
}

/** The entries of the index that serves best; what is asked of them beyond it is asked of no more than a bounded number. */
function entries(walk: Walk): Prisma.Sql {
  return Prisma.sql`
    select * from reward r
     where r.shop_id = ${walk.shopId} and r.code_taken_at is not null ${ofOneKind(walk)} ${inTime(walk)}
     order by ${order(walk)}`;
}

/** What leads to the index of rewards in trouble, or of one coupon's. */
function ofOneKind(walk: Walk): Prisma.Sql {
  if (isTrouble(walk)) return Prisma.sql`and (r.state = 'sending' or r.state = 'failed' or r.state = 'parked')`;
  return walk.couponId ? Prisma.sql`and r.coupon_id = ${walk.couponId}::uuid` : Prisma.empty;
}

function isTrouble({ state }: Walk): boolean {
  return state !== null && state !== "sent";
}

function narrowsEntries({ state, bounds }: Walk): boolean {
  return state !== null || bounds !== null;
}

function fits({ couponId, state, bounds }: Walk): Prisma.Sql {
  const conditions = [
    Prisma.sql`true`,
    ...(couponId ? [Prisma.sql`r.coupon_id = ${couponId}::uuid`] : []),
    ...(state ? [Prisma.sql`r.state = ${state}::reward_state`] : []),
    ...(bounds ? [matchesBounds(bounds)] : []),
  ];
  return Prisma.join(conditions, " and ");
}

function inTime({ since, before, start: { place, direction } }: Walk): Prisma.Sql {
  const conditions = [
    ...(since ? [Prisma.sql`and r.code_taken_at >= ${since}`] : []),
    ...(before ? [Prisma.sql`and r.code_taken_at < ${before}`] : []),
    ...(place ? [beyond(place, direction)] : []),
  ];
  return conditions.length > 0 ? Prisma.join(conditions, " ") : Prisma.empty;
}

/** The first condition bounds the reading of the index; the second settles who shares the place's moment. */
function beyond({ at, id }: Place, direction: PageStart["direction"]): Prisma.Sql {
  return direction === "older"
    ? Prisma.sql`and r.code_taken_at <= ${at} and (r.code_taken_at < ${at} or r.id > ${id}::uuid)`
    : Prisma.sql`and r.code_taken_at >= ${at} and (r.code_taken_at > ${at} or r.id < ${id}::uuid)`;
}

function order({ start }: Walk): Prisma.Sql {
  return start.direction === "older"
    ? Prisma.sql`r.code_taken_at desc, r.id asc`
    : Prisma.sql`r.code_taken_at asc, r.id desc`;
}
