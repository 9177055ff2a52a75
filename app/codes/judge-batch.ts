import { codeKey } from "./code-key";
import type { ImportCounts, RejectedLine } from "./import-report";
import type { ReadLine } from "./read-code";
import type { LineBatch } from "./read-code-file";
import type { RejectReason } from "./reject-reason";
import { storableText } from "./storable-text";

/**
 * Who has a code already: this very import, the shop (waiting, given, or a coupon's static code), another import that is
 * not published, or nobody any more (`freed`: a row that is only waiting to be deleted).
 */
export type CodeHolder = "this_import" | "shop" | "other_import" | "freed";

/** A line that may become a code. */
export interface Candidate {
  line: ReadLine;
  key: string;
}

/** What becomes of a batch of lines. */
export interface JudgedBatch {
  /** In the order of the file; each key once. */
  added: Candidate[];
  counts: ImportCounts;
  rejects: RejectedLine[];
}

/** The lines of a batch that are codes by themselves, with the keys they are looked up by. */
export function candidatesOf(batch: LineBatch): Map<ReadLine, string> {
  const candidates = new Map<ReadLine, string>();
  for (const line of batch.lines) if (line.reason === null) candidates.set(line, codeKey(line.code));
  return candidates;
}

/**
 * Decides each line of a batch. The shop comes before the file: a code the shop has is a duplicate of it on every line that
 * repeats it; a new code is added on its first line and a duplicate in the file on the later ones.
 */
export function judgeBatch(
  batch: LineBatch,
  keys: Map<ReadLine, string>,
  holders: Map<string, CodeHolder>,
): JudgedBatch {
  const seen = new Set<string>();
  const added: Candidate[] = [];
  const rejected: { line: ReadLine; reason: RejectReason }[] = [];
  for (const line of batch.lines) {
    const key = keys.get(line);
    const reason = key === undefined ? (line.reason ?? "empty") : heldBy(key, seen, holders);
    if (reason !== null) rejected.push({ line, reason });
    else if (key !== undefined) {
      seen.add(key);
      added.push({ line, key });
    }
  }
  return { added, counts: countBatch(batch, added.length, rejected), rejects: rejected.map(describeReject) };
}

function heldBy(key: string, seen: Set<string>, holders: Map<string, CodeHolder>): RejectReason | null {
  const holder = holders.get(key);
  if (holder === "shop") return "duplicate_in_shop";
  if (holder === "other_import") return "held_by_other_upload";
  return holder === "this_import" || seen.has(key) ? "duplicate_in_file" : null;
}

function countBatch(batch: LineBatch, added: number, rejected: { reason: RejectReason }[]): ImportCounts {
  const count = (...reasons: RejectReason[]) => rejected.filter(({ reason }) => reasons.includes(reason)).length;
  const duplicateInFile = count("duplicate_in_file");
  const duplicateInShop = count("duplicate_in_shop", "held_by_other_upload");
  return {
    lines: batch.lines.length + batch.blank,
    added,
    duplicateInFile,
    duplicateInShop,
    invalid: rejected.length - duplicateInFile - duplicateInShop,
    blank: batch.blank,
  };
}

function describeReject({ line, reason }: { line: ReadLine; reason: RejectReason }): RejectedLine {
  return { line: line.line, code: storableText(line.code.slice(0, 60)), reason };
}
