import { abandonStaleImports } from "~/codes/abandon-stale-imports.server";
import { isDeliveryDue } from "~/engagements/is-delivery-due.server";
import type { Application } from "~/platform/application";
import type { Bell } from "~/platform/queue.server";
import { runAll } from "~/platform/run-all";
import { expirePromises } from "~/rewards/expire-promises.server";
import { isMailDue } from "~/rewards/is-mail-due.server";
import { noticeLowCodes, type UploadUrl } from "~/rewards/notice-low-codes.server";
import { reconsiderAwaiting } from "~/rewards/reconsider-awaiting.server";
import { releaseWaiting } from "~/rewards/release-waiting.server";
import { adminPageUrl } from "~/shopify/admin-page-url";

/**
 * Looks, without a bell, for what is due by now: deliveries to try again, promises, mails, waiting rewards whose codes
 * came, coupons whose codes ran low. Rings where there is something. A delay lives in its row alone, so this is also what ends it.
 * Throws an AggregateError when all was looked at and something went wrong.
 */
export async function sweep(app: Application): Promise<void> {
  const now = app.now();
  const uploadUrl: UploadUrl = (shop, couponId) =>
    adminPageUrl(app.env.SHOPIFY_API_KEY, shop, `/app/coupons/${couponId}/codes`);
  await runAll([
    () => releaseWaiting(app.db),
    () => ringIf(isDeliveryDue(app.db, now), app, "read-inbox"),
    () => ringIf(isMailDue(app.db, now), app, "send-due"),
    () => noticeLowCodes(app.db, { uploadUrl, logger: app.logger }, now),
  ]);
}

/**
 * What has time: a changed setting frees promises, promises nobody can keep any more end, dead imports are cleared away.
 * Throws an AggregateError when all was done and something went wrong.
 */
export async function sweepLeftovers(app: Application): Promise<void> {
  const now = app.now();
  await runAll([
    () => reconsiderAwaiting(app.db, now),
    () => expirePromises(app.db, now),
    () => abandonStaleImports(app.db, now),
  ]);
}

async function ringIf(due: Promise<boolean>, app: Application, bell: Bell): Promise<void> {
  if (await due) await app.queue.ring(bell);
}
