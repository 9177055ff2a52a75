import type { RejectReason } from "../reject-reason";

/** A line of an uploaded file as read: a code to be looked up in the shop, or the reason why it is none. */
export type ReadLine = CodeLine | FaultyLine;

/** A line that is a code by itself. */
export interface CodeLine {
  line: number;
  code: string;
  /** What the code is looked up by. */
  key: string;
  reason: null;
  /** The code's own end date, "yyyy-mm-dd", where the file states one. */
  endsOn: string | null;
}

/** A line that is no code. */
export interface FaultyLine {
  line: number;
  code: string;
  key: null;
  reason: RejectReason;
  endsOn: string | null;
}

/** Longest code Shopify accepts, in UTF-16 units. */
export const LONGEST_CODE = 255;

/** White space, NBSP, and the characters without width that spreadsheets and web pages leave around a code. */
const AROUND = /^[\s\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]$/;
const PLAIN = /^[!-~]{1,255}$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
/** What nobody types, and a mail or a page shows as something else: invisible characters, other spaces than the space bar's, several in a row. */
const UNTYPABLE = /\p{Cf}|(?! )\p{Zs}| {2}/u;

/**
 * A cell without the white space and the invisible characters around its text. Looks at each character once: a regular
 * expression for the end of a cell takes time by the square of the spaces inside, which a file can have 65,000 of.
 */
export function trimCell(cell: string): string {
  if (PLAIN.test(cell)) return cell;
  let start = 0;
  let end = cell.length;
  while (start < end && AROUND.test(cell.charAt(start))) start += 1;
  while (end > start && AROUND.test(cell.charAt(end - 1))) end -= 1;
  return cell.slice(start, end);
}

/** Reads one cell as a code: trimmed, and judged by its characters alone. Single inner spaces are part of a code. */
export function readCode(cell: string): { code: string; reason: RejectReason | null } {
  if (PLAIN.test(cell)) return { code: cell, reason: null };
  const code = trimCell(cell);
  return { code, reason: judgeCharacters(code) };
}

function judgeCharacters(code: string): RejectReason | null {
  if (code === "") return "empty";
  if (code.length > LONGEST_CODE) return "too_long";
  if (CONTROL.test(code) || UNTYPABLE.test(code)) return "control_characters";
  return code.includes("\uFFFD") || !code.isWellFormed() ? "unreadable_characters" : null;
}
