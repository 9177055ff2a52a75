/**
 * What a code is compared by within a shop: Shopify treats "save10" and "SAVE10" as the same code.
 * Composed (NFC) first, so that an accented letter typed in two ways is one letter.
 */
export function codeKey(code: string): string {
  return code.normalize("NFC").toUpperCase();
}
