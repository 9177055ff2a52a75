import type { ImportReport } from "./import-report";
import { rejectSentence } from "./reject-reason";

/** Why a file whose lines were all read gave no code, in a sentence or two for the merchant. */
export function nothingAddedMessage(report: ImportReport): string {
  const parts = [
    describe(report.duplicateInShop, "already in this shop"),
    describe(report.duplicateInFile, "repeated in the file"),
    describe(report.invalid, "not usable"),
  ].filter((part) => part !== null);
  const [first] = report.rejects;
  const example = first ? ` Line ${first.line}: ${rejectSentence(first.reason)}` : "";
  return `No code was added. Lines in the file: ${report.lines - report.blank}, of which ${parts.join(", ")}.${example}`;
}

function describe(count: number, what: string): string | null {
  return count === 0 ? null : `${count} ${what}`;
}
