import type { DecodedEncoding } from "./files/decode-text";
import type { RejectReason } from "./reject-reason";

/** A line that gave no code. `code` is cut to 60 characters. */
export interface RejectedLine {
  line: number;
  code: string;
  reason: RejectReason;
}

/** What became of an uploaded file, line by line in sum: `lines` = added + duplicateInFile + duplicateInShop + invalid + blank. */
export interface ImportCounts {
  /** Records below the header; a quoted field over several lines makes one record. */
  lines: number;
  added: number;
  duplicateInFile: number;
  duplicateInShop: number;
  invalid: number;
  /** Lines with nothing on them; no fault. */
  blank: number;
}

/** Something about the file the merchant should know though no line was rejected for it. */
export type ImportNotice =
  /** Columns that were not used, by name. Judge.me's limit_send is one: every code is given once. */
  | { kind: "ignored_columns"; columns: string[] }
  /** The coupon has no expiration, but so many added codes end on a day, the first on `firstDay` ("yyyy-mm-dd"). */
  | { kind: "codes_end"; count: number; firstDay: string }
  /** The upload replaced the codes there were: so many of them, which nobody had, were removed. */
  | { kind: "replaced"; count: number };

/** What is kept about an upload in `code_pool.report`. */
export interface ImportReport extends ImportCounts {
  encoding: DecodedEncoding;
  delimiter: string;
  /** Name of the column the codes were read from; null where the file has no header. */
  codeColumn: string | null;
  /** The first rejected lines, at most `MOST_REJECTS`. */
  rejects: RejectedLine[];
  notices: ImportNotice[];
}

/** How many rejected lines a report lists; the counts always cover all of them. */
export const MOST_REJECTS = 200;

/** The counts of a file of which nothing has been read. */
export const NO_COUNTS: ImportCounts = {
  lines: 0,
  added: 0,
  duplicateInFile: 0,
  duplicateInShop: 0,
  invalid: 0,
  blank: 0,
};

/** Two counts in sum. */
export function addCounts(a: ImportCounts, b: ImportCounts): ImportCounts {
  return {
    lines: a.lines + b.lines,
    added: a.added + b.added,
    duplicateInFile: a.duplicateInFile + b.duplicateInFile,
    duplicateInShop: a.duplicateInShop + b.duplicateInShop,
    invalid: a.invalid + b.invalid,
    blank: a.blank + b.blank,
  };
}

/** The first rejects out of two lists in order, at most `MOST_REJECTS`. */
export function addRejects(a: RejectedLine[], b: RejectedLine[]): RejectedLine[] {
  return a.length >= MOST_REJECTS ? a : [...a, ...b.slice(0, MOST_REJECTS - a.length)];
}
