import type { Transaction } from "~/platform/database.server";
import { closeGaps } from "./close-gaps";
import { findStaticKeys } from "./find-static-keys.server";
import { type ImportReport, MOST_REJECTS, type RejectedLine } from "./import-report";

/** An import whose codes are all stored, and which line of its file the code at a position came from. */
export interface StoredImport {
  shopId: number;
  poolId: string;
  report: ImportReport;
  lineOf: (position: number) => number;
}

/**
 * Takes those codes out of an import that became static ones after they were looked up, records their lines as rejected, and
 * resolves with what the report is then. The caller holds the shop's lock, so none becomes one before the import is
 * published; and nobody else writes to its codes before that.
 */
export async function withdrawStaticCodes(tx: Transaction, stored: StoredImport): Promise<ImportReport> {
  const { shopId, poolId, report, lineOf } = stored;
  const keys = await findStaticKeys(tx, { shopId });
  const found = keys.length === 0 ? [] : await findInPool(tx, { shopId, poolId, keys });
  if (found.length === 0) return report;
  const positions = found.map(({ position }) => position);
  await tx.code.deleteMany({ where: { shopId, poolId, position: { in: positions } } });
  await moveCodes(tx, stored, positions);
  const rejects = found.map(
    ({ position, code }): RejectedLine => ({
      line: lineOf(position),
      code: code.slice(0, 60),
      reason: "duplicate_in_shop",
    }),
  );
  await tx.codeReject.createMany({ data: rejects.map((reject) => ({ shopId, poolId, ...reject })) });
  return withRejects(report, rejects);
}

/** One look-up in the index of keys for each (docs/decisions/007): a plain join may be planned as a scan of the whole pool. */
function findInPool(
  tx: Transaction,
  { shopId, poolId, keys }: { shopId: number; poolId: string; keys: string[] },
): Promise<{ position: number; code: string }[]> {
  return tx.$queryRaw`
    select held.position, held.code
      from unnest(${keys}::text[]) as wanted(key)
      cross join lateral (
        select c.pool_id, c.position, c.code from code c
         where c.shop_id = ${shopId} and c.code_key = wanted.key limit 1) as held
     where held.pool_id = ${poolId}::uuid
     order by held.position`;
}

/** Positions have no gaps: takers count on it. */
async function moveCodes(tx: Transaction, { shopId, poolId, report }: StoredImport, gaps: number[]): Promise<void> {
  const moves = closeGaps(report.added, gaps);
  await tx.$executeRaw`
    update code c set position = m.destination
      from unnest(${moves.map(({ from }) => from)}::int[], ${moves.map(({ to }) => to)}::int[]) as m(origin, destination)
     where c.shop_id = ${shopId} and c.pool_id = ${poolId}::uuid and c.position = m.origin`;
}

function withRejects(report: ImportReport, rejects: RejectedLine[]): ImportReport {
  const all = [...report.rejects, ...rejects].sort((a, b) => a.line - b.line);
  return {
    ...report,
    added: report.added - rejects.length,
    duplicateInShop: report.duplicateInShop + rejects.length,
    rejects: all.slice(0, MOST_REJECTS),
  };
}
