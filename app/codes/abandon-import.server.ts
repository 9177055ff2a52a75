import type { Database } from "~/platform/database.server";
import type { ImportReport } from "./import-report";
import { storableReport } from "./storable-report";

/**
 * Gives up an import that is not published. Its codes are free for other uploads at once; the sweep deletes their rows. Where the
 * file was read to its end, the report stays with the upload, as do its rejected lines.
 */
export async function abandonImport(
  db: Database,
  { shopId, poolId, report }: { shopId: number; poolId: string; report?: ImportReport | null },
  now: Date,
): Promise<void> {
  await db.codePool.updateMany({
    where: { shopId, id: poolId, state: "importing" },
    data: { state: "abandoned", leaseUntil: now, ...(report && { report: storableReport(report) }) },
  });
}
