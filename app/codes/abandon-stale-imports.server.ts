import type { Database } from "~/platform/database.server";
import { deleteFreedCodes } from "./delete-freed-codes.server";

/** How many imports were given up, and how many rows without an owner were deleted; `more` when some are left. */
export interface AbandonedImports {
  outcome: "abandoned";
  imports: number;
  deletedCodes: number;
  more: boolean;
}

/**
 * The sweep's part of codes, over all shops: imports whose lease ran out (their process died, or the upload stalled) are
 * abandoned, and rows that belong to nobody are deleted in small transactions. An import that was only slow notices at its
 * next batch. Codes of an abandoned import are in nobody's way even before their rows are gone.
 */
export async function abandonStaleImports(db: Database, now: Date): Promise<AbandonedImports> {
  const { count } = await db.codePool.updateMany({
    where: { state: "importing", leaseUntil: { lt: now } },
    data: { state: "abandoned", leaseUntil: now },
  });
  const { deleted, more } = await deleteFreedCodes(db);
  return { outcome: "abandoned", imports: count, deletedCodes: deleted, more };
}
