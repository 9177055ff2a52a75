import type { Database } from "~/platform/database.server";
import { listDue } from "./list-due.server";

/** Whether any promise, mail or batch, of whatever shop, is to be sent by now. */
export async function isMailDue(db: Database, now: Date): Promise<boolean> {
  const [due] = await db.$queryRaw<{ mail: boolean; promise: boolean }[]>`
    select
      exists (select 1 from mail_batch where state = 'waiting' and next_try_at <= ${now})
      or exists (select 1 from message where state = 'waiting' and batch_id is null) as mail,
      exists (select 1 from reward where state = 'promised' and send_at <= ${now}) as promise`;
  if (due?.mail) return true;
  // A promise of a shop whose thank-you email is off stays due and is not to be sent.
  return Boolean(due?.promise) && (await listDue(db, { limit: 1, shops: 1, afterShop: 0 }, now)).rewards.length > 0;
}
