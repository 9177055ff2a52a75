import { parseExactJson } from "~/platform/exact-json";

/** A body as JSON, or why it is none. */
export type ReadJson = { outcome: "read"; json: unknown } | { outcome: "unreadable"; reason: "not_text" | "not_json" };

/** Decodes a body as UTF-8 (a byte order mark is skipped) and parses it without rounding large integers. Never throws. */
export function readJson(body: Uint8Array): ReadJson {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return { outcome: "unreadable", reason: "not_text" };
  }
  try {
    return { outcome: "read", json: parseExactJson(text) };
  } catch {
    // A SyntaxError, or a RangeError for nesting deeper than the stack.
    return { outcome: "unreadable", reason: "not_json" };
  }
}
