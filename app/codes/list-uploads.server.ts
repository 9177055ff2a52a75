import type { Database } from "~/platform/database.server";
import type { PoolState } from "~/platform/generated/client";
import type { ImportCounts, ImportReport } from "./import-report";

/** One upload of a coupon, as its history shows it. */
export interface ListedUpload {
  id: string;
  /** 1, 2, 3 … in the order they were begun. */
  number: number;
  state: PoolState;
  fileName: string;
  createdAt: Date;
  /** Null for one that added nothing, or runs. */
  publishedAt: Date | null;
  /** Codes of a running upload that are stored; nobody gets one of them before it is published. */
  stored: number;
  /** Codes given to shoppers. */
  taken: number;
  /** Codes that can still be given. */
  left: number;
  /** Null while it runs, and for one that broke off. */
  counts: ImportCounts | null;
  /** Whether the lines that gave no code can be downloaded. */
  hasRejects: boolean;
}

/** A page of uploads, newest first; `older` continues it: the `before` of the next page, null at the end. */
export interface UploadPage {
  uploads: ListedUpload[];
  older: number | null;
}

const PAGE_SIZE = 10;

/** Uploads of a coupon with a number below `before` (null: from the newest on). How far a running one is stands at the end of an index. */
export async function listUploads(
  db: Database,
  { shopId, couponId, before }: { shopId: number; couponId: string; before: number | null },
): Promise<UploadPage> {
  const rows = await db.$queryRaw<UploadRow[]>`
    select p.id, p.number, p.state, p.file_name as "fileName", p.created_at as "createdAt", p.published_at as "publishedAt",
           p.size, codes_taken(p.id) as taken, p.report - 'rejects' as report,
           case when p.state = 'importing' then coalesce((
             select c.position from code c where c.pool_id = p.id order by c.position desc limit 1), 0) else 0 end as stored,
           p.state <> 'importing'
             and exists (select from code_reject r where r.pool_id = p.id and r.shop_id = p.shop_id) as "hasRejects"
      from code_pool p
     where p.shop_id = ${shopId} and p.coupon_id = ${couponId}::uuid and (${before}::int is null or p.number < ${before}::int)
     order by p.number desc limit ${PAGE_SIZE + 1}`;
  const uploads = rows.slice(0, PAGE_SIZE).map(describeUpload);
  return { uploads, older: rows.length > PAGE_SIZE ? (uploads.at(-1)?.number ?? null) : null };
}

type UploadRow = Omit<ListedUpload, "left" | "counts"> & { size: number; report: Partial<ImportReport> };

function describeUpload({ size, report, ...upload }: UploadRow): ListedUpload {
  const { lines = 0, added = 0, duplicateInFile = 0, duplicateInShop = 0, invalid = 0, blank = 0 } = report;
  const counts = report.lines === undefined ? null : { lines, added, duplicateInFile, duplicateInShop, invalid, blank };
  return { ...upload, left: upload.state === "open" ? size - upload.taken : 0, counts };
}
