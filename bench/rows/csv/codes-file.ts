import { writeFileSync } from "node:fs";

/** What a correct upload of the file comes to. */
export interface ExpectedSplit {
  lines: number;
  added: number;
  duplicateInFile: number;
  duplicateInShop: number;
}

/** A file of codes, one a line below a heading, and the codes in it that the shop has already. */
export interface CodesFile {
  path: string;
  known: string[];
  expected: ExpectedSplit;
}

const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH = 16;

/**
 * Writes a file of `lines` codes in an order of chance that is the same in every run: 85 % new ones, 10 % that the shop has,
 * 5 % that repeat a new one. Those last two are in lower case.
 */
export function writeCodesFile(path: string, lines: number): CodesFile {
  const random = randomNumbers(20_261_122);
  const [known, repeated] = [lines * 0.1, lines * 0.05];
  const codes = new Set<string>();
  while (codes.size < lines - repeated) codes.add(randomCode(random));
  const all = [...codes];
  const fresh = all.slice(known);
  const again = Array.from({ length: repeated }, () => fresh[random(fresh.length)] ?? "");
  const written = [...fresh, ...[...all.slice(0, known), ...again].map((code) => code.toLowerCase())];
  shuffle(written, random);
  writeFileSync(path, `code\n${written.join("\n")}\n`, { mode: 0o644 });
  const expected = { lines, added: fresh.length, duplicateInFile: repeated, duplicateInShop: known };
  return { path, known: all.slice(0, known), expected };
}

function randomCode(random: (below: number) => number): string {
  let code = "";
  for (let place = 0; place < LENGTH; place += 1) code += LETTERS[random(LETTERS.length)];
  return code;
}

function shuffle(list: string[], random: (below: number) => number): void {
  for (let place = list.length - 1; place > 0; place -= 1) {
    const other = random(place + 1);
    [list[place], list[other]] = [list[other] ?? "", list[place] ?? ""];
  }
}

/** Marsaglia's xorshift with 32 bits: whole numbers below a limit, the same in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
