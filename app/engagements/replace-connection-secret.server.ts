import type { Database, Transaction } from "~/platform/database.server";
import type { Source } from "~/platform/generated/enums";

const OVERLAP = "1 hour";

/**
 * Sets the (sealed) secret of a source; the one before it stays accepted for an hour, so that nothing sent meanwhile is lost.
 * A token from Judge.me was typed by a person and may be wrong, so it counts as connected only once a delivery came with it.
 * One statement, so that of two replacements at once each keeps a true predecessor.
 */
export async function replaceConnectionSecret(
  db: Database | Transaction,
  { shopId, source, sealed }: { shopId: number; source: Source; sealed: string },
  now: Date,
): Promise<{ outcome: "replaced" } | { outcome: "not_found" }> {
  const count = await db.$executeRaw`
    update source_connection
    set previous_secret = secret,
        previous_secret_until = case when secret is null then null else ${now}::timestamptz + ${OVERLAP}::interval end,
        secret = ${sealed},
        refused_count = 0,
        last_refused_at = null,
        last_received_at = case when source = 'judgeme' then null else last_received_at end
    where shop_id = ${shopId} and source = ${source}::source`;
  return count === 1 ? { outcome: "replaced" } : { outcome: "not_found" };
}
