import type pg from "pg";
import type {
  CouponRow,
  FactRow,
  ForbiddenCount,
  InboxRow,
  MessageRow,
  PoolRow,
  RewardRow,
  RunState,
} from "./run-state";

const SHOP = "(regexp_match(shop.domain, '^chaos-(\\d+)\\.'))[1]::int";
const COUPON = "case coupon.trigger when 'photo_review' then 'photo' else coupon.trigger::text end";

/** Reads all the checker looks at, with SQL of its own. */
export async function readState(client: pg.Client): Promise<RunState> {
  const rows = async <T extends object>(sql: string) => (await client.query<T>(sql)).rows;
  return {
    inbox: await rows<InboxRow>(`
      select ${SHOP} as shop, source, topic, delivery_key as key, state, reason
        from inbox_delivery join shop on shop.id = shop_id`),
    facts: await rows<FactRow>(FACTS),
    rewards: await rows<RewardRow>(`
      select ${SHOP} as shop, reward.id, reward.engagement_id as engagement, ${COUPON} as coupon, reward.state,
             reward.reason, coalesce(reward.static_code, code.code) as code,
             reward.static_code is not null as "isStatic", recipient.value as recipient
        from reward
        join shop on shop.id = reward.shop_id
        join coupon on coupon.shop_id = reward.shop_id and coupon.id = reward.coupon_id
        left join shopper_identity recipient on recipient.shop_id = reward.shop_id and recipient.id = reward.recipient_id
        left join code on code.shop_id = reward.shop_id and code.pool_id = reward.pool_id
         and code.position = reward.position`),
    messages: await rows<MessageRow>(`
      select ${SHOP} as shop, message.id, message.reward_id as reward, message.state
        from message join shop on shop.id = message.shop_id`),
    pools: await rows<PoolRow>(POOLS),
    coupons: await rows<CouponRow>(`
      select ${SHOP} as shop, ${COUPON} as coupon, coupon.budget_used as "budgetUsed",
             (select count(*)::int from reward
               where reward.shop_id = coupon.shop_id and reward.coupon_id = coupon.id and reward.state <> 'ended') as rewards,
             (select count(distinct code.code_key)::int from code_pool
                join code on code.shop_id = code_pool.shop_id and code.pool_id = code_pool.id
                 and code.position <= code_pool.size
               where code_pool.shop_id = coupon.shop_id and code_pool.coupon_id = coupon.id
                 and code_pool.state in ('open', 'closed')) as codes
        from coupon join shop on shop.id = coupon.shop_id`),
    engagements: await rows(`
      select ${SHOP} as shop, count(*)::int as count
        from engagement join shop on shop.id = shop_id where merged_into_id is null group by 1`),
    foreign: await rows<ForbiddenCount>(FOREIGN),
  };
}

const FACTS = `
  select ${SHOP} as shop, alias.alias_key as alias, coalesce(engagement.merged_into_id, engagement.id) as engagement,
         decision.outcome, decision.reason, decision.answers
    from engagement_alias alias
    join shop on shop.id = alias.shop_id
    join engagement on engagement.shop_id = alias.shop_id and engagement.id = alias.engagement_id
    left join lateral (
      select newest.outcome, newest.reason,
             (select jsonb_object_agg(${COUPON}, answer ->> 'reason')
                from jsonb_array_elements(newest.coupons) answer
                join coupon on coupon.shop_id = newest.shop_id and coupon.id = (answer ->> 'couponId')::uuid) as answers
        from engagement_decision newest
       where newest.shop_id = engagement.shop_id and newest.engagement_id = engagement.id
       order by newest.id desc limit 1) decision on true`;

const POOLS = `
  select ${SHOP} as shop, ${COUPON} as coupon, code_pool.id, code_pool.number, code_pool.state, code_pool.size,
         takings.taken, takings."lastTaken",
         (select count(*)::int from code where code.shop_id = code_pool.shop_id and code.pool_id = code_pool.id
            and code.position between 1 and code_pool.size) as codes,
         held.holders, held.positions, held.largest
    from code_pool
    join shop on shop.id = code_pool.shop_id
    join coupon on coupon.shop_id = code_pool.shop_id and coupon.id = code_pool.coupon_id
    cross join lateral (
      select coalesce(sum(last - first + 1), 0)::int as taken, coalesce(max(last), 0) as "lastTaken"
        from code_taking
       where code_taking.shop_id = code_pool.shop_id and code_taking.pool_id = code_pool.id) takings
    cross join lateral (
      select count(*)::int as holders, count(distinct position)::int as positions, coalesce(max(position), 0) as largest
        from reward where reward.shop_id = code_pool.shop_id and reward.pool_id = code_pool.id) held`;

/** References looked up by id alone: a row of the same id in another shop is another shop's row. */
const FOREIGN = [
  ["rewards of another shop's engagement", "reward", "engagement", "engagement_id"],
  ["rewards of another shop's coupon", "reward", "coupon", "coupon_id"],
  ["rewards for another shop's shopper", "reward", "shopper", "shopper_id"],
  ["rewards to another shop's address", "reward", "shopper_identity", "recipient_id"],
  ["rewards with another shop's code", "reward", "code_pool", "pool_id"],
  ["messages of another shop's reward", "message", "reward", "reward_id"],
  ["decisions about another shop's engagement", "engagement_decision", "engagement", "engagement_id"],
  ["names of another shop's engagement", "engagement_alias", "engagement", "engagement_id"],
]
  .map(
    ([what, table, other, column]) => `
      select $$${what}$$ as what, count(*)::int as count from ${table} own
       where own.${column} is not null
         and not exists (select 1 from ${other} one where one.id = own.${column} and one.shop_id = own.shop_id)`,
  )
  .join(" union all ");
