// Marks that nobody sees, zero-width joiners among them: Persian and Indic names have them, and so could a hidden link.
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
// Control characters and marks that write text backwards.
const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
// Of a link or an address: never part of a name. A dot counts where at least two letters follow at once: "J.R." has none.
const PART_OF_A_LINK = /[/\\:@]|\bwww\.|[.。]\p{L}[\p{L}\p{M}\p{N}-]/iu;
/** As few digits as mail programs make a telephone link of. */
const DIGITS_OF_A_TELEPHONE = 7;

/** Longer is nobody's name, and composing its marks would take time by the square of their number. */
const LONGEST = 1_000;

/**
 * Whether a name has what mail programs turn into a link (an address of a page, a mailbox or a telephone), is written backwards,
 * or has nothing to see in it. Wide and small forms of a character count as that character, as they do in browsers.
 */
export function isDoubtfulName(name: string): boolean {
  if (name.length > LONGEST || CONTROL.test(name.trim())) return true;
  const seen = name.toWellFormed().normalize("NFKC").replace(UNSEEN, "").trim();
  return seen === "" || PART_OF_A_LINK.test(seen) || (seen.match(/\p{Nd}/gu) ?? []).length >= DIGITS_OF_A_TELEPHONE;
}
