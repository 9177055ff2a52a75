import { type Sentence, sentence } from "~/messages/sentence";
import type { Database } from "~/platform/database.server";
import { reachPoint } from "~/platform/reach-point";
import { abandonImport } from "./abandon-import.server";
import type { EndDateRules } from "./code-end-date";
import type { FileChoice } from "./files/file-choice";
import { type CodeFile, readCodeFile } from "./files/read-code-file";
import { findEndDateRules } from "./find-end-date-rules.server";
import { importLease } from "./import-lease";
import { countEnding, describeNotices, type EndingCodes } from "./import-notices";
import {
  addCounts,
  addRejects,
  type ImportCounts,
  type ImportReport,
  NO_COUNTS,
  type RejectedLine,
} from "./import-report";
import { type LimitedUpload, limitUpload } from "./limit-upload";
import { linesOfCodes } from "./lines-of-codes";
import { lookUpBatch } from "./look-up-batch.server";
import { nothingAdded } from "./nothing-added";
import { publishImport } from "./publish-import.server";
import { readAhead } from "./read-ahead";
import { startImport } from "./start-import.server";
import { storeBatch } from "./store-batch.server";
import { LARGEST_FILE, TOO_LARGE } from "./upload-rules";
import type { StoredImport } from "./withdraw-static-codes.server";

/** A file of codes for a dynamic coupon, as it is being uploaded. */
export interface ImportCodesInput {
  shopId: number;
  couponId: string;
  fileName: string;
  bytes: AsyncIterable<Uint8Array>;
  /** Whether the codes of older uploads that nobody has are removed the moment the new ones are there. */
  replace?: boolean;
  /** What the merchant chose where the file alone does not decide it. */
  choice?: FileChoice;
}

/** A refused file has a report where its lines were read: it says what is wrong with each. */
export type ImportedCodes =
  | { outcome: "imported"; poolId: string; report: ImportReport }
  | { outcome: "refused"; reason: RefusalReason; message: Sentence; report: ImportReport | null };

/** `too_large` is answered with 413; `given_up`: the upload stalled for minutes, or the coupon was deleted meanwhile. */
export type RefusalReason = "too_large" | "not_codes" | "nothing_new" | "no_such_coupon" | "given_up";

/** Lines per transaction: the embedded database has one connection, and everything else waits while it is in one. */
const BATCH_LINES = 3_000;
/** Batches that are looked up while one is being stored. */
const LOOK_AHEAD = 2;

/**
 * Imports a file of codes as a new pool of the coupon. Nothing of it exists for anyone before the last step, one update of
 * the pool; an import that ends earlier, for whatever reason, leaves nothing but an abandoned pool.
 * Reads `bytes` to the end, or to just over `LARGEST_FILE`. Throws what reading `bytes` or the database throws.
 */
export async function importCodes(db: Database, input: ImportCodesInput, now: Date): Promise<ImportedCodes> {
  const upload = limitUpload(input.bytes, LARGEST_FILE);
  const imported = await importUpload(db, input, upload, runningClock(now));
  if (imported.outcome === "refused") await upload.drain();
  return imported;
}

/** A clock that starts at `now` and goes on with the process's own: an import takes minutes. */
function runningClock(now: Date): () => Date {
  const startedAt = performance.now();
  return () => new Date(now.getTime() + performance.now() - startedAt);
}

async function importUpload(
  db: Database,
  input: ImportCodesInput,
  upload: LimitedUpload,
  clock: () => Date,
): Promise<ImportedCodes> {
  const rules = await findEndDateRules(db, input, clock());
  if (!rules) return refuse("no_such_coupon", NO_SUCH_COUPON);
  const opened = await readCodeFile(upload.bytes, rules, BATCH_LINES, input.choice);
  if (opened.outcome === "refused") return refuse("not_codes", opened.message);
  const started = await startImport(db, input, clock());
  if (started.outcome === "no_such_coupon") return refuse("no_such_coupon", NO_SUCH_COUPON);
  const pool = { shopId: input.shopId, poolId: started.poolId };
  try {
    const imported = await fillPool(
      db,
      pool,
      { file: opened.file, rules, upload, replace: input.replace ?? false },
      clock,
    );
    if (imported.outcome === "refused") await abandonImport(db, { ...pool, report: imported.report }, clock());
    return imported;
  } catch (error) {
    // Where even this fails, the lease runs out and the sweep abandons the import.
    await abandonImport(db, pool, clock()).catch(() => {});
    throw error;
  }
}

interface Pool {
  shopId: number;
  poolId: string;
}

interface Source {
  file: CodeFile;
  rules: EndDateRules;
  upload: LimitedUpload;
  replace: boolean;
}

async function fillPool(db: Database, pool: Pool, source: Source, clock: () => Date): Promise<ImportedCodes> {
  const stored = await storeFile(db, pool, source, clock);
  if (source.upload.isTooLarge()) return refuse("too_large", TOO_LARGE);
  if (!stored) return refuse("given_up", GIVEN_UP);
  if (stored.report.added === 0) return refuseNothing(stored.report);
  const published = await publishImport(db, { ...stored, replace: source.replace }, clock);
  switch (published.outcome) {
    case "published":
      return { outcome: "imported", poolId: pool.poolId, report: published.report };
    case "nothing_left":
      return refuseNothing(published.report);
    case "abandoned":
      return refuse("given_up", GIVEN_UP);
  }
}

/** Stores the file batch by batch, the next ones being read and looked up meanwhile; null when the import was abandoned under way. */
async function storeFile(db: Database, pool: Pool, source: Source, clock: () => Date): Promise<StoredImport | null> {
  const { layout, decoding, batches } = source.file;
  let counts: ImportCounts = NO_COUNTS;
  let rejects: RejectedLine[] = [];
  let ending: EndingCodes = { count: 0, firstDay: null };
  // What the last batches added: a batch may have been looked up before they were stored.
  let justAdded: Set<string>[] = [];
  const lines = linesOfCodes();
  for await (const lookedUp of readAhead(batches, (batch) => lookUpBatch(db, pool, batch), LOOK_AHEAD)) {
    const before = { added: counts.added, keys: justAdded };
    const stored = await storeBatch(db, { ...pool, lookedUp, before, leaseUntil: importLease(clock()) });
    if (stored.outcome === "abandoned") return null;
    reachPoint("codes-stored");
    counts = addCounts(counts, stored.judged.counts);
    rejects = addRejects(rejects, stored.judged.rejects);
    ending = countEnding(ending, stored.judged.added);
    lines.add(stored.judged.added);
    justAdded = [stored.judged.addedKeys, ...justAdded].slice(0, LOOK_AHEAD);
  }
  const report = {
    ...counts,
    encoding: decoding.encoding(),
    delimiter: layout.delimiter,
    codeColumn: layout.header?.[layout.codeColumn] ?? null,
    rejects,
    notices: describeNotices(layout, ending, source.rules.couponExpiresOn),
  };
  return { ...pool, report, lineOf: lines.lineOf };
}

const GIVEN_UP = sentence("codes.upload_given_up");
const NO_SUCH_COUPON = sentence("codes.takes_no_file");

function refuseNothing(report: ImportReport): ImportedCodes {
  return refuse("nothing_new", nothingAdded(report), report);
}

function refuse(reason: RefusalReason, message: Sentence, report: ImportReport | null = null): ImportedCodes {
  return { outcome: "refused", reason, message, report };
}
