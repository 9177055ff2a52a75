/**
 * Text out of a file as PostgreSQL can store it: it has no U+0000, which is shown as "␀", and no half of a character,
 * as cutting may leave it behind.
 */
export function storableText(text: string): string {
  return text.replaceAll("\0", "␀").toWellFormed();
}
