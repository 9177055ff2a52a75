import { abandonStaleImports } from "~/codes/abandon-stale-imports.server";
import type { Application } from "~/platform/application";
import type { Bell } from "~/platform/queue.server";
import { expirePromises } from "~/rewards/expire-promises.server";
import { isMailDue } from "~/rewards/is-mail-due.server";
import { noticeLowCodes, type UploadUrl } from "~/rewards/notice-low-codes.server";
import { reconsiderAwaiting } from "~/rewards/reconsider-awaiting.server";
import { releaseWaiting } from "~/rewards/release-waiting.server";
import { adminPageUrl } from "~/shopify/admin-page-url";

/**
 * Looks, without a bell, for what is due by now: deliveries to try again, promises, mails, waiting rewards whose codes
 * came, coupons whose codes ran low. Rings where there is something. A delay lives in its row alone, so this is also what ends it.
 */
export async function sweep(app: Application): Promise<void> {
  const now = app.now();
  await releaseWaiting(app.db);
  const [inbox] = await app.db.$queryRaw<{ due: boolean }[]>`
    select exists (select 1 from inbox_delivery where state = 'waiting' and next_try_at <= ${now}) as due`;
  const bells: Bell[] = [];
  if (inbox?.due) bells.push("read-inbox");
  if (await isMailDue(app.db, now)) bells.push("send-due");
  for (const bell of bells) await app.queue.ring(bell);
  // After the bells: what goes wrong with one coupon's reminder must keep no mail waiting.
  const uploadUrl: UploadUrl = (shop, couponId) =>
    adminPageUrl(app.env.SHOPIFY_API_KEY, shop, `/app/coupons/${couponId}/codes`);
  await noticeLowCodes(app.db, { uploadUrl, logger: app.logger }, now);
}

/** What has time: a changed setting frees promises, promises nobody can keep any more end, dead imports are cleared away. */
export async function sweepLeftovers(app: Application): Promise<void> {
  const now = app.now();
  await reconsiderAwaiting(app.db, now);
  await expirePromises(app.db, now);
  await abandonStaleImports(app.db, now);
}
