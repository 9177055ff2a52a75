import type { Transaction } from "~/platform/database.server";
import type { Message } from "~/platform/generated/client";

/** Names one mail. */
export interface MessageKey {
  shopId: number;
  id: string;
}

/** Locks those of these mails that are in no batch yet and that nobody else has locked, at most `limit`, in the order given. */
export async function takeUnsentMessages(
  tx: Transaction,
  { messages, limit }: { messages: MessageKey[]; limit: number },
): Promise<Message[]> {
  if (messages.length === 0) return [];
  const [shopIds, ids] = [messages.map(({ shopId }) => shopId), messages.map(({ id }) => id)];
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select m.id from unnest(${shopIds}::int[], ${ids}::uuid[]) with ordinality as asked(shop_id, id, place)
    join message m on m.shop_id = asked.shop_id and m.id = asked.id
    where m.state = 'waiting' and m.batch_id is null
    order by asked.place limit ${limit} for update of m skip locked`;
  const rows = await tx.message.findMany({
    where: { shopId: { in: shopIds }, id: { in: locked.map(({ id }) => id) } },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return locked.flatMap(({ id }) => byId.get(id) ?? []);
}
