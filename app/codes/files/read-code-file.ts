import { type Sentence, sentence } from "~/messages/sentence";
import { type EndDateRules, judgeEndDate } from "../code-end-date";
import { codeKey } from "../code-key";
import type { RejectReason } from "../reject-reason";
import { type CsvRow, createRowReading } from "./csv-rows";
import type { TextDecoding } from "./decode-text";
import { detectLayout, type FileLayout } from "./detect-layout";
import { type FileChoice, NO_CHOICE } from "./file-choice";
import { openLines } from "./open-lines";
import { type ReadLine, readCode, trimCell } from "./read-code";
import { readDiscount } from "./shopify-export";

/** Lines of a file in order; `blank` counts the lines among them with nothing on them. */
export interface LineBatch {
  lines: ReadLine[];
  blank: number;
}

/** A file that turned out to hold codes. `batches` can be read once, while the bytes come in. */
export interface CodeFile {
  layout: FileLayout;
  decoding: TextDecoding;
  batches: AsyncGenerator<LineBatch, void, undefined>;
}

export type OpenedCodeFile = { outcome: "opened"; file: CodeFile } | { outcome: "refused"; message: Sentence };

/**
 * Reads the beginning of an uploaded file and either refuses it in a sentence for the merchant (empty, not text, header
 * only, no column with codes) or gives its lines in batches of at most `batchLines`. `choice` goes before what the file seems to be. Memory does not grow with the file.
 * Throws only what reading `bytes` throws; never closes `bytes` early.
 */
export async function readCodeFile(
  bytes: AsyncIterator<Uint8Array>,
  rules: EndDateRules,
  batchLines: number,
  choice: FileChoice = NO_CHOICE,
): Promise<OpenedCodeFile> {
  const opened = await openLines(bytes);
  if (opened.outcome === "refused") return opened;
  const { beginning, lines, decoding } = opened;
  const detected = detectLayout(beginning, choice);
  if (detected.outcome !== "detected") return { outcome: "refused", message: detected.message };
  const { layout } = detected;
  if (layout.discounts?.chosen === null) return { outcome: "refused", message: CHOOSE_DISCOUNTS };
  const batches = readBatches(beginning.slice(layout.skippedLines), lines, layout, rules, batchLines);
  return { outcome: "opened", file: { layout, decoding, batches } };
}

const CHOOSE_DISCOUNTS = sentence("codes.choose_discounts");

async function* readBatches(
  beginning: string[],
  rest: AsyncGenerator<string[], void, undefined>,
  layout: FileLayout,
  rules: EndDateRules,
  batchLines: number,
): AsyncGenerator<LineBatch, void, undefined> {
  const reading = createRowReading(layout.delimiter, layout.skippedLines + 1);
  let batch: LineBatch = { lines: [], blank: 0 };
  for await (const rows of readRows(beginning, rest, reading)) {
    for (const row of rows) {
      const read = readRow(row, layout, rules);
      if (read === "blank") batch.blank += 1;
      else batch.lines.push(read);
      if (batch.lines.length + batch.blank < batchLines) continue;
      yield batch;
      batch = { lines: [], blank: 0 };
    }
  }
  if (batch.lines.length + batch.blank > 0) yield batch;
}

async function* readRows(
  beginning: string[],
  rest: AsyncGenerator<string[], void, undefined>,
  reading: ReturnType<typeof createRowReading>,
): AsyncGenerator<CsvRow[], void, undefined> {
  yield reading.push(beginning);
  for await (const lines of rest) yield reading.push(lines);
  yield reading.end();
}

/** Reads a record of a file with this layout; `blank` where nothing stands in it. */
export function readRow(row: CsvRow, layout: FileLayout, rules: EndDateRules): ReadLine | "blank" {
  const { line } = row;
  if (row.fields === null) return readLine(line, "", row.problem);
  const cell = row.fields[layout.codeColumn] ?? "";
  const { code, reason } = readCode(cell);
  if (reason === "empty" && row.fields.every((field) => trimCell(field) === "")) return "blank";
  if (layout.isOneColumn && row.fields.length > 1 && countFilled(row.fields) > 1) {
    return readLine(line, row.fields.join(layout.delimiter).slice(0, 255), "several_columns");
  }
  if (reason === null && layout.discounts)
    return readLine(line, code, judgeDiscount(code, row.fields, layout.discounts, rules));
  if (reason !== null || layout.endDateColumn === null) return readLine(line, code, reason);
  const end = judgeEndDate(trimCell(row.fields[layout.endDateColumn] ?? ""), rules);
  return readLine(line, code, end.reason, end.endsOn);
}

function judgeDiscount(
  code: string,
  fields: string[],
  { columns, chosen }: NonNullable<FileLayout["discounts"]>,
  { today }: EndDateRules,
): RejectReason | null {
  const { fault, key } = readDiscount(code, fields, columns, today);
  return fault ?? (chosen === null || chosen.includes(key) ? null : "discount_not_chosen");
}

function readLine(line: number, code: string, reason: RejectReason | null, endsOn: string | null = null): ReadLine {
  return reason === null
    ? { line, code, key: codeKey(code), reason, endsOn }
    : { line, code, key: null, reason, endsOn };
}

function countFilled(fields: string[]): number {
  return fields.filter((field) => trimCell(field) !== "").length;
}
