import type { Database } from "~/platform/database.server";
import type { Source } from "~/platform/generated/enums";

/** Counts a delivery refused for its signature, for the merchant to see on the Sources page. */
export async function countRefusedDelivery(
  db: Database,
  { shopId, source }: { shopId: number; source: Source },
  now: Date,
): Promise<void> {
  await db.$executeRaw`
    update source_connection
    set refused_count = refused_count + 1, last_refused_at = ${now}
    where shop_id = ${shopId} and source = ${source}::source`;
}
