/** No code of ours is half as long. Composing takes time by the square of the marks in a row, and an order may name anything. */
const LONGEST_COMPARED = 1_000;

/**
 * What a code is compared by within a shop: Shopify treats "save10" and "SAVE10" as the same code.
 * Composed (NFC) first, so that an accented letter typed in two ways is one letter.
 */
export function codeKey(code: string): string {
  return code.slice(0, LONGEST_COMPARED).normalize("NFC").toUpperCase();
}
