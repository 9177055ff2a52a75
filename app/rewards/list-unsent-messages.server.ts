import type { Database } from "~/platform/database.server";
import type { MessageKey } from "./take-unsent-messages.server";

/**
 * Mails that are in no batch yet, at most `limit`: those a person had sent again, and reminders. Shops take turns, beginning
 * with the next id after `afterShop`: the oldest of each, then the second oldest … Reads all such mails of all shops, which
 * is what a person asked for since the last round.
 */
export async function listUnsentMessages(
  db: Database,
  { limit, afterShop }: { limit: number; afterShop: number },
): Promise<MessageKey[]> {
  const rows = await db.$queryRaw<{ shop_id: number; id: string }[]>`
    select unsent.shop_id, unsent.id from (
      select shop_id, id, row_number() over (partition by shop_id order by created_at, id) as place
      from message where state = 'waiting' and batch_id is null
    ) unsent
    where unsent.place <= ${limit}
    order by unsent.place, unsent.shop_id <= ${afterShop}, unsent.shop_id
    limit ${limit}`;
  return rows.map((row) => ({ shopId: row.shop_id, id: row.id }));
}
