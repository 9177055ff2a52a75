import type { CodeLine, ReadLine } from "./files/read-code";
import type { LineBatch } from "./files/read-code-file";
import type { ImportCounts, RejectedLine } from "./import-report";
import type { RejectReason } from "./reject-reason";
import { storableText } from "./storable-text";

/**
 * Who has a code already: this very import, the shop (waiting, given, or a coupon's static code), another import that is
 * not published, or nobody any more (`freed`: a row that is only waiting to be deleted).
 */
export type CodeHolder = "this_import" | "shop" | "other_import" | "freed";

/** What becomes of a batch of lines. */
export interface JudgedBatch {
  /** In the order of the file; each key once. */
  added: CodeLine[];
  addedKeys: Set<string>;
  counts: ImportCounts;
  rejects: RejectedLine[];
}

/**
 * Decides each line of a batch. The shop comes before the file: a code the shop has is a duplicate of it on every line that
 * repeats it; a new code is added on its first line and a duplicate in the file on the later ones.
 */
export function judgeBatch(batch: LineBatch, holders: Map<string, CodeHolder>): JudgedBatch {
  const addedKeys = new Set<string>();
  const added: CodeLine[] = [];
  const rejected: { line: ReadLine; reason: RejectReason }[] = [];
  for (const line of batch.lines) {
    const reason = line.reason ?? heldBy(line.key, addedKeys, holders);
    if (reason !== null) rejected.push({ line, reason });
    else if (line.key !== null) {
      addedKeys.add(line.key);
      added.push(line);
    }
  }
  const counts = countBatch(batch, added.length, rejected);
  return { added, addedKeys, counts, rejects: rejected.map(describeReject) };
}

function heldBy(key: string, addedKeys: Set<string>, holders: Map<string, CodeHolder>): RejectReason | null {
  const holder = holders.get(key);
  if (holder === "shop") return "duplicate_in_shop";
  if (holder === "other_import") return "held_by_other_upload";
  return holder === "this_import" || addedKeys.has(key) ? "duplicate_in_file" : null;
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
