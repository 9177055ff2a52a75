import { type Sentence, sentence } from "~/messages/sentence";
import type { ImportReport } from "./import-report";
import { rejectSentence } from "./reject-reason";

/** Why a file whose lines were all read gave no code, in a sentence or two for the merchant. */
export function nothingAdded(report: ImportReport): Sentence {
  const { lines, blank, duplicateInShop: inShop, duplicateInFile: inFile, invalid, rejects } = report;
  const split = { lines: lines - blank, inShop, inFile, invalid };
  const [first] = rejects;
  if (!first) return sentence("codes.nothing_added", split);
  return sentence("codes.nothing_added_such_as", { ...split, line: first.line, reason: rejectSentence(first.reason) });
}
