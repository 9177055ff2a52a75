/** What an address cannot be part of: white space, quotation marks, brackets and separators part words. */
const WORD = /[^\s<>"'`(),;:]+/g;

/**
 * Text with "[address]" in place of every word that has an @ with something on both sides of it.
 * Takes time by the length of the text: what a provider or a database quotes can be long.
 */
export function redactAddresses(text: string): string {
  return text.replace(WORD, (word) => (hasAddress(word) ? "[address]" : word));
}

/** Stack traces name packages such as node_modules/@remix-run, which are nobody's. */
function hasAddress(word: string): boolean {
  return word.replaceAll("node_modules/@", "node_modules/").slice(1, -1).includes("@");
}
