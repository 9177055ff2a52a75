import { abandonStaleImports } from "~/codes/abandon-stale-imports.server";
import type { Application } from "~/platform/application";
import type { Bell } from "~/platform/queue.server";
import { expirePromises } from "~/rewards/expire-promises.server";
import { listDue } from "~/rewards/list-due.server";
import { reconsiderAwaiting } from "~/rewards/reconsider-awaiting.server";
import { releaseWaiting } from "~/rewards/release-waiting.server";

/**
 * Looks, without a bell, for what is due by now: deliveries to try again, promises, mails, waiting rewards whose codes
 * came. Rings where there is something. A delay lives in its row alone, so this is also what ends it.
 */
export async function sweep(app: Application): Promise<void> {
  const now = app.now();
  await releaseWaiting(app.db);
  const [due] = await app.db.$queryRaw<{ inbox: boolean; messages: boolean }[]>`
    select
      exists (select 1 from inbox_delivery where state = 'waiting' and next_try_at <= ${now}) as inbox,
      exists (select 1 from message where state = 'waiting' and next_try_at <= ${now}) as messages`;
  const promisesDue = (await listDue(app.db, { limit: 1 }, now)).length > 0;
  const bells: Bell[] = [];
  if (due?.inbox) bells.push("read-inbox");
  if (due?.messages || promisesDue) bells.push("send-due");
  for (const bell of bells) await app.queue.ring(bell);
}

/** What has time: a changed setting frees promises, promises nobody can keep any more end, dead imports are cleared away. */
export async function sweepLeftovers(app: Application): Promise<void> {
  const now = app.now();
  await reconsiderAwaiting(app.db, now);
  await expirePromises(app.db, now);
  await abandonStaleImports(app.db, now);
}
