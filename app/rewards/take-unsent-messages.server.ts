import type { Transaction } from "~/platform/database.server";
import type { Message } from "~/platform/generated/client";

/** Locks up to `limit` mails that are in no batch yet, oldest first: a person had them sent again. */
export async function takeUnsentMessages(tx: Transaction, { limit }: { limit: number }): Promise<Message[]> {
  const locked = await tx.$queryRaw<{ shop_id: number; id: string }[]>`
    select shop_id, id from message where state = 'waiting' and batch_id is null
    order by created_at limit ${limit} for update skip locked`;
  if (locked.length === 0) return [];
  return tx.message.findMany({
    where: { shopId: { in: locked.map((row) => row.shop_id) }, id: { in: locked.map((row) => row.id) } },
    orderBy: { createdAt: "asc" },
  });
}
