import { readQuoted } from "./csv-rows";
import { trimCell } from "./read-code";

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
}

export type DetectedLayout = { outcome: "detected"; layout: FileLayout } | { outcome: "refused"; message: string };

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
/** Columns that only Shopify's own discounts export has beside "Name". */
const SHOPIFY_EXPORT_HEADERS = ["value type", "discount class", "times used in total", "usage limit per code"];

/** Finds the delimiter, the header and the code column from a file's first lines, or says what was found instead. */
export function detectLayout(lines: string[]): DetectedLayout {
  const first = lines.findIndex((line) => trimCell(line) !== "");
  const declared = /^\s*"?sep=(.)"?[,;\t]*$/i.exec(lines[first] ?? "")?.[1] ?? null;
  const start = declared === null ? first : lines.findIndex((line, index) => index > first && trimCell(line) !== "");
  if (first === -1 || start === -1) return refuse("The file is empty. It should have one code on each line.");
  const sample = lines.slice(start).filter((line) => trimCell(line) !== "");
  const delimiter = declared ?? chooseDelimiter(sample);
  const rows = sample.map((line) => cellsOf(line, delimiter));
  const header = (rows[0] ?? []).map(headerName);
  if (isShopifyExport(header)) return refuse(SHOPIFY_EXPORT);
  const codeHeader = CODE_HEADERS.find((name) => header.includes(name));
  const found = { delimiter, skippedLines: start, rows };
  return codeHeader === undefined ? withoutHeader(found) : withHeader(found, header.indexOf(codeHeader), header);
}

const SHOPIFY_EXPORT =
  "This is a discounts export from Shopify: it lists discounts of every kind, and some may have ended. Keep only the codes " +
  "you want to give, put them into a file with one code on each line, and upload that file.";

interface Found {
  delimiter: string;
  skippedLines: number;
  rows: string[][];
}

function withHeader({ delimiter, skippedLines, rows }: Found, codeColumn: number, names: string[]): DetectedLayout {
  if (rows.length < 2) return refuse("The file has a header but no codes below it.");
  const endDate = names.findIndex((name) => END_DATE_HEADERS.includes(name));
  const layout = {
    delimiter,
    skippedLines: skippedLines + 1,
    header: rows[0] ?? [],
    codeColumn,
    endDateColumn: endDate === -1 ? null : endDate,
    isOneColumn: names.length === 1,
  };
  return { outcome: "detected", layout };
}

function withoutHeader({ delimiter, skippedLines, rows }: Found): DetectedLayout {
  const wideRows = rows.filter((row) => row.filter((cell) => cell !== "").length > 1).length;
  if (wideRows > rows.length / 2) {
    const names = (rows[0] ?? []).slice(0, 5).map((cell) => `“${cell.slice(0, 30)}”`);
    return refuse(
      `The file has ${rows[0]?.length} columns, and none of them is named as the one with the codes; its first line reads ${names.join(", ")}. ` +
        "Name that column “Code”, or upload a file with one code on each line and nothing else.",
    );
  }
  const filled = (column: number) => rows.filter((row) => (row[column] ?? "") !== "").length;
  const columns = Array.from(
    { length: Math.min(100, Math.max(...rows.map((row) => row.length))) },
    (_, column) => column,
  );
  const codeColumn = columns.reduce((best, column) => (filled(column) > filled(best) ? column : best), 0);
  const layout = { delimiter, skippedLines, header: null, codeColumn, endDateColumn: null, isOneColumn: true };
  return { outcome: "detected", layout };
}

/** The delimiter that makes a header of the first line; else the one most lines of the sample have; else a comma. */
function chooseDelimiter(sample: string[]): string {
  const naming = DELIMITERS.find((delimiter) => {
    const names = cellsOf(sample[0] ?? "", delimiter).map(headerName);
    return names.length > 1 && (names.some((name) => CODE_HEADERS.includes(name)) || isShopifyExport(names));
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

function isShopifyExport(names: string[]): boolean {
  return names.includes("name") && SHOPIFY_EXPORT_HEADERS.some((name) => names.includes(name));
}

function refuse(message: string): DetectedLayout {
  return { outcome: "refused", message };
}
