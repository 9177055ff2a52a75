import Papa from "papaparse";
import { LONGEST_LINE } from "./split-lines";

/** One record of a CSV file. `fields` is null where the record cannot be understood; `problem` then says why. */
export type CsvRow =
  | { line: number; fields: string[]; problem: null }
  | { line: number; fields: null; problem: "unclear_quotes" | "line_too_long" };

/** Turns lines into records, carrying a quoted field over line ends. */
export interface RowReading {
  push(lines: string[]): CsvRow[];
  end(): CsvRow[];
}

/** A quoted field may go on over this many more lines; a quote still open then is taken for a slip in its first line. */
const MOST_CONTINUATIONS = 20;

/**
 * Longest record with quotation marks, in UTF-16 units. Papa Parse's time grows with the square of it where quotes and
 * spaces are many: at 64 KB half a second. A row of a Shopify export has some hundred characters.
 */
export const LONGEST_QUOTED = 4_096;

/**
 * Reads records from lines; `firstLine` is the number of the first line pushed. Lines without a quotation mark are split
 * here, the others by Papa Parse. It is not given the whole file: it would take one forgotten closing quote for a field
 * that reaches to the end of the file, and lose every code after it.
 */
export function createRowReading(delimiter: string, firstLine: number): RowReading {
  let nextLine = firstLine;
  /** Lines of a record whose quote is not closed yet. */
  let open: string[] = [];

  const read = (line: string, rows: CsvRow[]) => {
    if (line.length > LONGEST_LINE) {
      while (open.length > 0) rejectFirst(rows);
      rows.push({ line: nextLine++, fields: null, problem: "line_too_long" });
    } else if (open.length === 0 && !line.includes('"')) {
      rows.push({ line: nextLine++, fields: line.split(delimiter), problem: null });
    } else {
      open.push(line);
      settle(line.includes('"'), rows);
    }
  };

  const settle = (mayBeClosed: boolean, rows: CsvRow[]) => {
    const record = open.join("\n");
    if (record.length > LONGEST_QUOTED) {
      rejectFirst(rows, open.length === 1 ? "line_too_long" : "unclear_quotes");
      return;
    }
    const fields = mayBeClosed ? readQuoted(record, delimiter) : "open";
    if (Array.isArray(fields)) {
      rows.push({ line: nextLine, fields, problem: null });
      nextLine += open.length;
      open = [];
    } else if (fields === "unclear" || open.length > MOST_CONTINUATIONS) rejectFirst(rows);
  };

  /** Rejects the line that opened a quote, and reads the lines after it afresh. */
  const rejectFirst = (rows: CsvRow[], problem: "unclear_quotes" | "line_too_long" = "unclear_quotes") => {
    const again = open.slice(1);
    open = [];
    rows.push({ line: nextLine++, fields: null, problem });
    for (const line of again) read(line, rows);
  };

  return {
    push(lines) {
      const rows: CsvRow[] = [];
      for (const line of lines) read(line, rows);
      return rows;
    },
    end() {
      const rows: CsvRow[] = [];
      while (open.length > 0) rejectFirst(rows);
      return rows;
    },
  };
}

/** The fields of one record, `open` where its last quote is not closed yet, `unclear` where quotes stand in odd places. */
export function readQuoted(record: string, delimiter: string): string[] | "open" | "unclear" {
  const { data, errors } = Papa.parse<string[]>(record, { delimiter, newline: "\n" });
  if (errors.some((error) => error.code === "InvalidQuotes")) return "unclear";
  if (errors.some((error) => error.code === "MissingQuotes")) return "open";
  return data.length === 1 ? (data[0] ?? [""]) : "unclear";
}
