import type { Database } from "~/platform/database.server";
import type { LineBatch } from "./files/read-code-file";
import { findCodeHolders } from "./find-code-holders.server";
import type { CodeHolder } from "./judge-batch";

/** A batch of lines with what is known of its codes. */
export interface LookedUpBatch {
  batch: LineBatch;
  /** Who had the keys when they were looked up; those that nobody had are not in it. */
  holders: Map<string, CodeHolder>;
}

/** Looks up who in the shop has the codes of a batch. */
export async function lookUpBatch(
  db: Database,
  { shopId, poolId }: { shopId: number; poolId: string },
  batch: LineBatch,
): Promise<LookedUpBatch> {
  // Sorted: neighbours in the index are looked up one after the other, which takes PostgreSQL a quarter less.
  const sorted = batch.lines.flatMap(({ key }) => key ?? []).sort();
  const keys = sorted.filter((key, index) => key !== sorted[index - 1]);
  const holders = await findCodeHolders(db, { shopId, poolId, keys });
  return { batch, holders };
}
