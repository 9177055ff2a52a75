import type { Database } from "~/platform/database.server";
import { Prisma, type RewardState } from "~/platform/generated/client";
import type { Bounds, SearchBounds } from "./search-bounds";

/** A reward that has its code, by what pages of sent codes are ordered and narrowed by. */
export interface FoundReward {
  id: string;
  at: Date;
  state: RewardState;
  couponId: string;
}

/**
 * All rewards whose code or whose recipient's address lies within the bounds, each by an index and in no order; null where
 * there are more than `most`. Addresses are found by their normal form, and with one everything it was spelled as.
 */
export async function matchRewards(
  db: Database,
  input: { shopId: number; bounds: SearchBounds; most: number },
): Promise<FoundReward[] | null> {
  const { shopId, bounds, most } = input;
  const byCode = await db.$queryRaw<FoundReward[]>`
    select r.id, r.code_taken_at as at, r.state, r.coupon_id as "couponId"
      from reward r
     where r.shop_id = ${shopId} and r.code_key is not null and ${within(Prisma.sql`r.code_key`, bounds.code)}
     limit ${most + 1}`;
  if (byCode.length > most) return null;
  const byAddress = bounds.address ? await rewardsOfAddresses(db, shopId, bounds.address, most) : [];
  if (byAddress.length > most) return null;
  const found = byAddress.filter((reward): reward is FoundReward => reward.id !== null);
  const all = [...new Map([...byCode, ...found].map((reward) => [reward.id, reward])).values()];
  return all.length > most ? null : all;
}

/** At least one row for each address, so that as many rows as asked for mean that there may be more addresses too. */
function rewardsOfAddresses(
  db: Database,
  shopId: number,
  address: Bounds,
  most: number,
): Promise<(FoundReward | { id: null })[]> {
  return db.$queryRaw`
    with person as materialized (
      select e.id, e.shopper_id, e.domain_hash
        from shopper_identity e
       where e.shop_id = ${shopId} and e.value is not null and e.kind <> 'shopify_customer' and e.kind = 'email'
         and ${within(Prisma.sql`e.value`, address)}
       limit ${most + 1})
    select r.id, r.code_taken_at as at, r.state, r.coupon_id as "couponId"
      from person e
      join shopper_identity i on i.shop_id = ${shopId} and i.shopper_id = e.shopper_id and ${IS_SPELLING}
      left join reward r on r.recipient_id = i.id and r.shop_id = ${shopId} and r.code_taken_at is not null
     limit ${most + 1}`;
}

/** Whether identity `i` is the address `e`, or a way it was spelled: one of the same shopper at the same domain. */
const IS_SPELLING = Prisma.sql`(i.id = e.id or i.kind = 'email_spelling' and i.domain_hash = e.domain_hash)`;

/** The same question as `matchRewards` asks, of one reward `r`. */
export function matchesBounds(bounds: SearchBounds): Prisma.Sql {
  const code = within(Prisma.sql`r.code_key`, bounds.code);
  if (!bounds.address) return code;
  const { address } = bounds;
  return Prisma.sql`(${code} or exists (
    select 1 from shopper_identity i
     where i.id = r.recipient_id and i.shop_id = r.shop_id and (
       i.kind = 'email' and ${within(Prisma.sql`i.value`, address)}
       or i.kind = 'email_spelling' and exists (
         select 1 from shopper_identity e
          where e.shopper_id = i.shopper_id and e.shop_id = i.shop_id and e.kind = 'email' and ${IS_SPELLING}
            and ${within(Prisma.sql`e.value`, address)}))))`;
}

function within(column: Prisma.Sql, { from, before }: Bounds): Prisma.Sql {
  return from === before
    ? Prisma.sql`${column} = ${from}`
    : Prisma.sql`(${column} >= ${from} and ${column} < ${before})`;
}
