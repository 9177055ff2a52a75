/**
 * The first name out of a full one as sources give it ("Ada Lovelace", " ada "); null if there is none.
 * Names of one word, and names written without spaces, are taken whole.
 */
export function firstNameOf(fullName: string | null): string | null {
  return fullName?.trim().split(/\s+/)[0] || null;
}
