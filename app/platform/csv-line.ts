/** Begins a CSV file that spreadsheets read as UTF-8. */
export const BYTE_ORDER_MARK = "\u{FEFF}";

/** What a spreadsheet would take for the beginning of a formula. */
const BEGINS_FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠\t\r]/u;

/**
 * One line of a CSV file (RFC 4180, with its line end), safe to open in a spreadsheet: every cell is quoted, and one that could be
 * taken for a formula begins with an apostrophe, which spreadsheets take for "this is text".
 */
export function csvLine(cells: (string | number | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: string | number | null): string {
  if (typeof value === "number") return `"${value}"`;
  const text = value ?? "";
  return `"${BEGINS_FORMULA.test(text) ? "'" : ""}${text.replaceAll('"', '""')}"`;
}
