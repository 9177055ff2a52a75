import { type EndDateRules, judgeEndDate } from "./code-end-date";
import { codeKey } from "./code-key";
import { type CsvRow, createRowReading } from "./csv-rows";
import { createTextDecoding, type TextDecoding } from "./decode-text";
import { detectLayout, type FileLayout, SAMPLE_LINES } from "./detect-layout";
import { type ReadLine, readCode, trimCell } from "./read-code";
import type { RejectReason } from "./reject-reason";
import { SNIFF_BYTES, sniffFile } from "./sniff-file";
import { createLineSplitting, type LineSplitting } from "./split-lines";

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

export type OpenedCodeFile = { outcome: "opened"; file: CodeFile } | { outcome: "refused"; message: string };

/**
 * Reads the beginning of an uploaded file and either refuses it in a sentence for the merchant (empty, not text, header
 * only, no column with codes) or gives its lines in batches of at most `batchLines`. Memory does not grow with the file.
 * Throws only what reading `bytes` throws; never closes `bytes` early.
 */
export async function readCodeFile(
  bytes: AsyncIterator<Uint8Array>,
  rules: EndDateRules,
  batchLines: number,
): Promise<OpenedCodeFile> {
  const head = await readHead(bytes);
  const sniffed = sniffFile(head.subarray(0, SNIFF_BYTES));
  if (sniffed.outcome === "empty")
    return { outcome: "refused", message: "The file is empty. It should have one code on each line." };
  if (sniffed.outcome === "not_text") {
    const message = `This is ${sniffed.found}, not a CSV file. Save the list of codes as CSV, with one code on each line, and upload that file.`;
    return { outcome: "refused", message };
  }
  const decoding = createTextDecoding(sniffed.encoding);
  const splitting = createLineSplitting();
  const lines = readLines(head.subarray(sniffed.bomLength), bytes, decoding, splitting);
  const beginning = await readSample(lines);
  const detected = detectLayout(beginning);
  if (detected.outcome === "refused") return detected;
  const { layout } = detected;
  const batches = readBatches(beginning.slice(layout.skippedLines), lines, layout, rules, batchLines);
  return { outcome: "opened", file: { layout, decoding, batches } };
}

async function readHead(bytes: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  while (length < SNIFF_BYTES) {
    const next = await bytes.next();
    if (next.done) break;
    pieces.push(next.value);
    length += next.value.length;
  }
  return Buffer.concat(pieces);
}

/** Bytes decoded at a time, so that a caller's huge piece does not become a huge list of lines. */
const PIECE_BYTES = 65_536;

async function* readLines(
  head: Uint8Array,
  bytes: AsyncIterator<Uint8Array>,
  decoding: TextDecoding,
  splitting: LineSplitting,
): AsyncGenerator<string[], void, undefined> {
  let piece = head;
  for (;;) {
    for (let start = 0; start < piece.length; start += PIECE_BYTES) {
      yield splitting.push(decoding.push(piece.subarray(start, start + PIECE_BYTES)));
    }
    const next = await bytes.next();
    if (next.done) break;
    piece = next.value;
  }
  yield splitting.push(decoding.end());
  yield splitting.end();
}

/** A file with more blank lines than this before anything else counts as empty. */
const MOST_LEADING_LINES = 10_000;

async function readSample(lines: AsyncGenerator<string[], void, undefined>): Promise<string[]> {
  let sample: string[] = [];
  let filled = 0;
  while (filled < SAMPLE_LINES && sample.length < MOST_LEADING_LINES) {
    const next = await lines.next();
    if (next.done) break;
    sample = sample.concat(next.value);
    filled += next.value.filter((line) => trimCell(line) !== "").length;
  }
  return sample;
}

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

function readRow(row: CsvRow, layout: FileLayout, rules: EndDateRules): ReadLine | "blank" {
  const { line } = row;
  if (row.fields === null) return readLine(line, "", row.problem);
  const cell = row.fields[layout.codeColumn] ?? "";
  const { code, reason } = readCode(cell);
  if (reason === "empty" && row.fields.every((field) => trimCell(field) === "")) return "blank";
  if (layout.isOneColumn && row.fields.length > 1 && countFilled(row.fields) > 1) {
    return readLine(line, row.fields.join(layout.delimiter).slice(0, 255), "several_columns");
  }
  if (reason !== null || layout.endDateColumn === null) return readLine(line, code, reason);
  const end = judgeEndDate(trimCell(row.fields[layout.endDateColumn] ?? ""), rules);
  return readLine(line, code, end.reason, end.endsOn);
}

function readLine(line: number, code: string, reason: RejectReason | null, endsOn: string | null = null): ReadLine {
  return reason === null
    ? { line, code, key: codeKey(code), reason, endsOn }
    : { line, code, key: null, reason, endsOn };
}

function countFilled(fields: string[]): number {
  return fields.filter((field) => trimCell(field) !== "").length;
}
