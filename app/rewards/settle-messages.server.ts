import type { Transaction } from "~/platform/database.server";
import type { Message, MessageState } from "~/platform/generated/client";

/** A message whose outcome is final. */
export interface SettledMessage {
  message: Pick<Message, "shopId" | "id">;
  state: Exclude<MessageState, "waiting">;
  reason: string | null;
  providerId: string | null;
}

/**
 * Records final outcomes on messages and their rewards, which call them alike, and removes the frozen mails. A message that was
 * settled meanwhile keeps its first outcome, unless that was that nobody knows: knowing replaces it, and the reward is parked
 * no more where no person sent it again.
 */
export async function settleMessages(tx: Transaction, settled: SettledMessage[], now: Date): Promise<void> {
  if (settled.length === 0) return;
  await lockRewards(tx, settled);
  await tx.$executeRaw`
    with outcome as (
      select * from unnest(
        ${settled.map(({ message }) => message.shopId)}::int[], ${settled.map(({ message }) => message.id)}::uuid[],
        ${settled.map(({ state }) => state)}::text[],
        ${settled.map(({ reason }) => reason)}::text[], ${settled.map(({ providerId }) => providerId)}::text[]
      ) as o(shop_id, id, state, reason, provider_id)
    ), settled as (
      update message m
      set state = o.state::message_state, reason = o.reason, provider_id = o.provider_id, settled_at = ${now},
        reply_to = null, subject = null, html = null, text = null
      from outcome o
      where m.shop_id = o.shop_id and m.id = o.id
      and (m.state = 'waiting' or m.state = 'parked' and o.state <> 'parked')
      returning m.shop_id, m.reward_id, m.number, o.state, o.reason
    )
    update reward r set state = s.state::reward_state, reason = s.reason, settled_at = ${now}
    from settled s
    where r.shop_id = s.shop_id and r.id = s.reward_id and r.state in ('sending', 'parked')
    and not exists (
      select 1 from message later
      where later.shop_id = s.shop_id and later.reward_id = s.reward_id and later.number > s.number
    )`;
}

/** Whoever sends again holds the same locks, so that a later message is seen by the statement after this one. */
async function lockRewards(tx: Transaction, settled: SettledMessage[]): Promise<void> {
  await tx.$queryRaw`
    select r.id from unnest(
      ${settled.map(({ message }) => message.shopId)}::int[], ${settled.map(({ message }) => message.id)}::uuid[]
    ) as o(shop_id, id)
    join message m on m.shop_id = o.shop_id and m.id = o.id
    join reward r on r.shop_id = m.shop_id and r.id = m.reward_id
    order by r.id for no key update of r`;
}
