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
 * Reads records from lines; `firstLine` is the number of the first line pushed. A parser of
 * whole files would take one forgotten closing quote for a field that reaches to the end of the file, and lose every code
 * after it.
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
    const fields = mayBeClosed ? readQuoted(open.join("\n"), delimiter) : "open";
    if (Array.isArray(fields)) {
      rows.push({ line: nextLine, fields, problem: null });
      nextLine += open.length;
      open = [];
    } else if (fields === "unclear" || open.length > MOST_CONTINUATIONS) rejectFirst(rows);
  };

  /** Rejects the line that opened a quote, and reads the lines after it afresh. */
  const rejectFirst = (rows: CsvRow[]) => {
    const again = open.slice(1);
    open = [];
    rows.push({ line: nextLine++, fields: null, problem: "unclear_quotes" });
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

/**
 * The fields of one record, `open` where its last quote is not closed yet, `unclear` where quotes stand in odd places.
 * Quotes as in RFC 4180; spaces may follow a closing one. Looks at each character a bounded number of times.
 */
export function readQuoted(record: string, delimiter: string): string[] | "open" | "unclear" {
  const fields: string[] = [];
  for (let start = 0; ; ) {
    const field = record[start] === '"' ? quotedField(record, start, delimiter) : plainField(record, start, delimiter);
    if (typeof field === "string") return field;
    fields.push(field.text);
    if (field.end === record.length) return fields;
    start = field.end + 1;
  }
}

/** A field's text, and where it ends: at a delimiter, or at the end of the record. */
type Field = { text: string; end: number };

function plainField(record: string, start: number, delimiter: string): Field | "unclear" {
  const next = record.indexOf(delimiter, start);
  const end = next === -1 ? record.length : next;
  const text = record.slice(start, end);
  return text.includes("\n") ? "unclear" : { text, end };
}

function quotedField(record: string, start: number, delimiter: string): Field | "open" | "unclear" {
  let close = record.indexOf('"', start + 1);
  while (close !== -1 && record[close + 1] === '"') close = record.indexOf('"', close + 2);
  if (close === -1) return "open";
  let end = close + 1;
  while (end < record.length && record[end] !== delimiter && /^[^\S\n]$/.test(record.charAt(end))) end += 1;
  if (end < record.length && record[end] !== delimiter) return "unclear";
  return { text: record.slice(start + 1, close).replaceAll('""', '"'), end };
}
