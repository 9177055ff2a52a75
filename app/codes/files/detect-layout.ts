import { type Sentence, sentence } from "~/messages/sentence";
import { readQuoted } from "./csv-rows";
import { type FileChoice, MOST_COLUMNS } from "./file-choice";
import { trimCell } from "./read-code";
import { type DiscountColumns, findDiscountColumns } from "./shopify-export";

/** Where the codes stand in a file. */
export interface FileLayout {
  delimiter: string;
  /** Lines before the first code: blank ones, a `sep=` line, the header. */
  skippedLines: number;
  /** Names of the columns as written; null where the file has no header. */
  header: string[] | null;
  codeColumn: number;
  /** Column with each code's own end date; null where there is none. */
  endDateColumn: number | null;
  /** True where the whole file is one column, so that a second value in a line is a mistake. */
  isOneColumn: boolean;
  /** For a discounts export of Shopify: where its rows say what they are worth, and the keys of the discounts to add; null for other files. */
  discounts: { columns: DiscountColumns; chosen: string[] | null } | null;
}

/**
 * `columns` are the cells of the first lines, the heading if any among them. `no_code_column`: there are several, and nothing says
 * which has the codes; `delimiter` and `skippedLines` (a heading not counted) say how it reads otherwise.
 */
export type DetectedLayout =
  | { outcome: "detected"; layout: FileLayout; columns: string[][] }
  | { outcome: "no_code_column"; message: Sentence; delimiter: string; skippedLines: number; columns: string[][] }
  | { outcome: "refused"; message: Sentence };

/** How many lines with text `detectLayout` wants to see (fewer only when the file has fewer). */
export const SAMPLE_LINES = 50;

const DELIMITERS = [",", ";", "\t", "|"];
/** Headers of a code column, best first, lower case with single spaces. Klaviyo: "Coupon", "Coupon Code"; Judge.me: "code". */
const CODE_HEADERS = [
  ...["code", "coupon code", "discount code", "promo code", "promotion code", "voucher code", "gift code", "coupon"],
  ...["voucher", "codes", "coupon codes", "discount codes", "promo codes", "voucher codes", "coupons", "vouchers"],
  ...["gutscheincode", "rabattcode", "code promo", "codigo", "código", "codice", "kortingscode"],
];
const END_DATE_HEADERS = ["expired at", "expires at"];
/**
 * Finds the delimiter, the header and the code column from a file's first lines, or says what was found instead. Looks at the first
 * `SAMPLE_LINES` with text, however many there are. What the merchant chose goes before what would have been found.
 */
export function detectLayout(lines: string[], choice: FileChoice): DetectedLayout {
  const found = findRows(lines);
  if (!found) return refuse(sentence("codes.file_empty"));
  const names = (found.rows[0] ?? []).map(headerName);
  const discounts = findDiscountColumns(names);
  const codeHeader = discounts ? "name" : CODE_HEADERS.find((name) => names.includes(name));
  const named = codeHeader === undefined ? null : names.indexOf(codeHeader);
  const column = choice.codeColumn ?? named;
  if (column === null && choice.hasHeading === null) return withoutHeader(found);
  if (column === null) return unclear(found);
  if (!(choice.hasHeading ?? named !== null)) return inColumn(found, column);
  const exported = column === named && discounts ? { columns: discounts, chosen: choice.discounts } : null;
  return withHeader(found, column, names, exported);
}

interface Found {
  delimiter: string;
  skippedLines: number;
  rows: string[][];
}

/** The cells of the first lines with text, after a `sep=` line; null where there are none. */
function findRows(lines: string[]): Found | null {
  const isFilled = (line: string) => trimCell(line) !== "";
  const first = lines.findIndex(isFilled);
  const declared = /^\s*"?sep=(.)"?[,;\t]*$/i.exec(lines[first] ?? "")?.[1] ?? null;
  const start = declared === null ? first : lines.findIndex((line, index) => index > first && isFilled(line));
  if (first === -1 || start === -1) return null;
  const sample = lines.slice(start).filter(isFilled).slice(0, SAMPLE_LINES);
  const delimiter = declared ?? chooseDelimiter(sample);
  return { delimiter, skippedLines: start, rows: sample.map((line) => cellsOf(line, delimiter)) };
}

function withHeader(
  { delimiter, skippedLines, rows }: Found,
  codeColumn: number,
  names: string[],
  discounts: FileLayout["discounts"],
): DetectedLayout {
  if (rows.length < 2) return refuse(sentence("codes.file_only_header"));
  const endDate = names.findIndex((name, column) => column !== codeColumn && END_DATE_HEADERS.includes(name));
  const layout = {
    delimiter,
    skippedLines: skippedLines + 1,
    header: rows[0] ?? [],
    codeColumn,
    endDateColumn: endDate === -1 ? null : endDate,
    isOneColumn: names.length === 1,
    discounts,
  };
  return { outcome: "detected", layout, columns: rows };
}

/** Without a heading, in the column that was chosen. */
function inColumn({ delimiter, skippedLines, rows }: Found, codeColumn: number): DetectedLayout {
  const layout = { delimiter, skippedLines, header: null, codeColumn, endDateColumn: null };
  const isOneColumn = codeColumn === 0 && !isWide(rows);
  return { outcome: "detected", layout: { ...layout, isOneColumn, discounts: null }, columns: rows };
}

/** Whether most lines have more than one value. */
function isWide(rows: string[][]): boolean {
  return rows.filter((row) => row.filter((cell) => cell !== "").length > 1).length > rows.length / 2;
}

function withoutHeader(found: Found): DetectedLayout {
  const { delimiter, skippedLines, rows } = found;
  if (isWide(rows)) return unclear(found);
  const filled = (column: number) => rows.filter((row) => (row[column] ?? "") !== "").length;
  const width = Math.min(MOST_COLUMNS, Math.max(...rows.map((row) => row.length)));
  const columns = Array.from({ length: width }, (_, column) => column);
  const codeColumn = columns.reduce((best, column) => (filled(column) > filled(best) ? column : best), 0);
  const layout = { delimiter, skippedLines, header: null, codeColumn, endDateColumn: null, isOneColumn: true };
  return { outcome: "detected", layout: { ...layout, discounts: null }, columns: rows };
}

function unclear({ delimiter, skippedLines, rows }: Found): DetectedLayout {
  const names = (rows[0] ?? []).slice(0, 5).map((cell) => `“${cell.slice(0, 30)}”`);
  const message = sentence("codes.file_no_code_column", { columns: rows[0]?.length, names: names.join(", ") });
  return { outcome: "no_code_column", message, delimiter, skippedLines, columns: rows };
}

/** The delimiter that makes a header of the first line; else the one most lines of the sample have; else a comma. */
function chooseDelimiter(sample: string[]): string {
  const naming = DELIMITERS.find((delimiter) => {
    const names = cellsOf(sample[0] ?? "", delimiter).map(headerName);
    return (
      names.length > 1 && (names.some((name) => CODE_HEADERS.includes(name)) || findDiscountColumns(names) !== null)
    );
  });
  if (naming !== undefined) return naming;
  const counts = DELIMITERS.map((delimiter) => sample.filter((line) => cellsOf(line, delimiter).length > 1).length);
  const most = Math.max(...counts);
  return most > sample.length / 2 ? (DELIMITERS[counts.indexOf(most)] ?? ",") : ",";
}

function cellsOf(line: string, delimiter: string): string[] {
  const cells = line.includes('"') ? readQuoted(line, delimiter) : line.split(delimiter);
  return (Array.isArray(cells) ? cells : line.split(delimiter)).map(trimCell);
}

function headerName(cell: string): string {
  return cell
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
}

function refuse(message: Sentence): DetectedLayout {
  return { outcome: "refused", message };
}
