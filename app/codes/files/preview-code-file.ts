import type { Sentence } from "~/messages/sentence";
import type { EndDateRules } from "../code-end-date";
import type { RejectReason } from "../reject-reason";
import { type CsvRow, createRowReading } from "./csv-rows";
import { type DetectedLayout, detectLayout, type FileLayout } from "./detect-layout";
import { type FileChoice, MOST_COLUMNS } from "./file-choice";
import { openLines } from "./open-lines";
import { type ReadLine, trimCell } from "./read-code";
import { readRow } from "./read-code-file";
import { type DiscountGroup, groupDiscounts, readDiscount } from "./shopify-export";

/** The beginning of a file as it would be read, before anything of it is stored. */
export type PreviewedFile = { outcome: "refused"; message: Sentence } | ({ outcome: "previewed" } & FilePreview);

/** What a merchant sees of a file, and can change. */
export interface FilePreview {
  /** Null where the merchant has to say which column it is. */
  codeColumn: number | null;
  hasHeading: boolean;
  columns: PreviewedColumn[];
  /** The first lines as they would be read; empty while the column is not known. */
  lines: PreviewedLine[];
  /** Discounts of a Shopify export to choose from; null for any other file. */
  discounts: DiscountGroup[] | null;
}

/** A column by its name in the heading (empty where there is none) and its first value, both cut to 60 characters. */
export interface PreviewedColumn {
  name: string;
  example: string;
}

/** A line with its code, cut to 60 characters, and why it would not be added; whether the shop has the code is not looked up. */
export interface PreviewedLine {
  line: number;
  code: string;
  reason: RejectReason | null;
}

const LINES_SHOWN = 6;
const LONGEST_SHOWN = 60;
/** Lines that are read to show the first ones; blank ones among them are not shown. */
const MOST_LINES = 1_000;
/** What is read of an export holds no more rows than this, at 200 bytes each. Lines that are something else take far longer to read. */
const MOST_EXPORT_LINES = 20_000;

/**
 * Reads the first part of a file as the import would read it. `isWhole` is false where the file goes on after it; its last line, which
 * may be cut, is then left out.
 */
export async function previewCodeFile(
  part: Uint8Array,
  isWhole: boolean,
  choice: FileChoice,
  rules: EndDateRules,
): Promise<PreviewedFile> {
  const opened = await openLines([part].values());
  if (opened.outcome === "refused") return opened;
  const { lines, isCut } = await readLines(opened);
  // One endless line is all there is to see of a file.
  if (!isWhole && !isCut && lines.length > 1) lines.pop();
  const detected = detectLayout(lines, choice);
  if (detected.outcome === "refused") return detected;
  return { outcome: "previewed", ...describeFile(lines, detected, choice, rules) };
}

async function readLines({ beginning, lines: more }: { beginning: string[]; lines: AsyncIterable<string[]> }) {
  const lines = [...beginning];
  for await (const next of more) {
    for (const line of next) lines.push(line);
    if (lines.length > MOST_EXPORT_LINES) break;
  }
  return { lines: lines.slice(0, MOST_EXPORT_LINES), isCut: lines.length > MOST_EXPORT_LINES };
}

type ReadableLayout = Exclude<DetectedLayout, { outcome: "refused" }>;

function describeFile(lines: string[], detected: ReadableLayout, choice: FileChoice, rules: EndDateRules): FilePreview {
  const layout = detected.outcome === "detected" ? detected.layout : null;
  const hasHeading = layout ? layout.header !== null : (choice.hasHeading ?? true);
  return {
    codeColumn: layout?.codeColumn ?? null,
    hasHeading,
    columns: describeColumns(detected.columns, hasHeading),
    lines: layout ? firstLines(lines, layout, rules) : [],
    discounts: layout?.discounts ? listDiscounts(lines, layout, layout.discounts, rules) : null,
  };
}

function describeColumns(rows: string[][], hasHeading: boolean): PreviewedColumn[] {
  const width = Math.min(MOST_COLUMNS, Math.max(...rows.map((row) => row.length)));
  const body = hasHeading ? rows.slice(1) : rows;
  return Array.from({ length: width }, (_, column) => ({
    name: hasHeading ? shown(rows[0]?.[column]) : "",
    example: shown(body.find((row) => (row[column] ?? "") !== "")?.[column]),
  }));
}

function shown(cell = ""): string {
  return (cell.length > LONGEST_SHOWN ? `${cell.slice(0, LONGEST_SHOWN)}…` : cell).toWellFormed();
}

function firstLines(lines: string[], layout: FileLayout, rules: EndDateRules): PreviewedLine[] {
  return rowsOf(lines, layout, MOST_LINES)
    .map((row) => readRow(row, layout, rules))
    .filter((read): read is ReadLine => read !== "blank")
    .slice(0, LINES_SHOWN)
    .map(({ line, code, reason }) => ({ line, code: shown(code), reason }));
}

function listDiscounts(
  lines: string[],
  layout: FileLayout,
  { columns }: NonNullable<FileLayout["discounts"]>,
  { today }: EndDateRules,
): DiscountGroup[] {
  const rows = rowsOf(lines, layout, lines.length).flatMap(({ fields }) => {
    const name = trimCell(fields?.[layout.codeColumn] ?? "");
    return fields && name !== "" ? { name, discount: readDiscount(name, fields, columns, today) } : [];
  });
  return groupDiscounts(rows);
}

function rowsOf(lines: string[], { delimiter, skippedLines }: FileLayout, most: number): CsvRow[] {
  const reading = createRowReading(delimiter, skippedLines + 1);
  const rows = reading.push(lines.slice(skippedLines, skippedLines + most));
  return [...rows, ...reading.end()];
}
