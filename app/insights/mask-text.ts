import { isFieldName, MASK } from "./harmless-fields";

/** What text is made of: a name of a field before its colon, a string (perhaps cut off), a literal, a mark-up tag, a word. */
const PIECES =
  /"((?:[^"\\]|\\.)*)"(\s*:)|"(?:[^"\\]|\\.)*("|$)|<[!?/]?(?:html|head|title|body|h1|h2|p|div|span|br|hr|center|pre|xml|doctype)(?=[\s/?>])|[^\s"{}[\],:<>]+|[<>]/gisu;

/**
 * A body that is no JSON, as text of which only the shape is left: names of fields, punctuation, mark-up tags, true, false and
 * null. Every other word is masked.
 */
export function maskText(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, (char) => (char === "\n" || char === "\t" ? char : ""))
    .replaceAll(PIECES, (piece, field: string | undefined, colon: string | undefined) => {
      if (field !== undefined) return isFieldName(field) ? `"${field}"${colon}` : `"${MASK}"${colon}`;
      if (piece === '""' || piece.startsWith("<") || piece === ">" || /^(true|false|null)$/.test(piece)) return piece;
      return piece.startsWith('"') ? `"${MASK}"` : MASK;
    });
}
