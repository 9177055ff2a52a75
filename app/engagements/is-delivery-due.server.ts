import type { Database } from "~/platform/database.server";

/** Whether any delivery, of whatever shop, is to be read by now. */
export async function isDeliveryDue(db: Database, now: Date): Promise<boolean> {
  const [inbox] = await db.$queryRaw<{ due: boolean }[]>`
    select exists (select 1 from inbox_delivery where state = 'waiting' and next_try_at <= ${now}) as due`;
  return Boolean(inbox?.due);
}
