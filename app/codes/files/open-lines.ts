import type { Sentence } from "~/messages/sentence";
import { createTextDecoding, type TextDecoding } from "./decode-text";
import { SAMPLE_LINES } from "./detect-layout";
import { trimCell } from "./read-code";
import { refuseFile, SNIFF_BYTES, sniffFile } from "./sniff-file";
import { createLineSplitting, type LineSplitting } from "./split-lines";

/** Pieces of a file in order, as they come. */
type ByteSource = AsyncIterator<Uint8Array> | Iterator<Uint8Array>;

/** A file that is text. `beginning` has at least `SAMPLE_LINES` lines with text where there are so many; `lines` goes on after it. */
interface OpenedLines {
  outcome: "opened";
  beginning: string[];
  lines: AsyncGenerator<string[], void, undefined>;
  decoding: TextDecoding;
}

/** Reads the beginning of a file; refuses one that is empty or no text, in a sentence for the merchant. */
export async function openLines(bytes: ByteSource): Promise<OpenedLines | { outcome: "refused"; message: Sentence }> {
  const head = await readHead(bytes);
  const sniffed = sniffFile(head.subarray(0, SNIFF_BYTES));
  if (sniffed.outcome !== "text") return { outcome: "refused", message: refuseFile(sniffed) };
  const decoding = createTextDecoding(sniffed.encoding);
  const lines = readLines(head.subarray(sniffed.bomLength), bytes, decoding, createLineSplitting());
  return { outcome: "opened", beginning: await readSample(lines), lines, decoding };
}

async function readHead(bytes: ByteSource): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  while (length < SNIFF_BYTES) {
    const next = await bytes.next();
    if (next.done) break;
    pieces.push(next.value);
    length += next.value.length;
  }
  return Buffer.concat(pieces);
}

/** Bytes decoded at a time, so that a caller's huge piece does not become a huge list of lines. */
const PIECE_BYTES = 65_536;

async function* readLines(
  head: Uint8Array,
  bytes: ByteSource,
  decoding: TextDecoding,
  splitting: LineSplitting,
): AsyncGenerator<string[], void, undefined> {
  let piece = head;
  for (;;) {
    for (let start = 0; start < piece.length; start += PIECE_BYTES) {
      yield splitting.push(decoding.push(piece.subarray(start, start + PIECE_BYTES)));
    }
    const next = await bytes.next();
    if (next.done) break;
    piece = next.value;
  }
  yield splitting.push(decoding.end());
  yield splitting.end();
}

/** A file with more blank lines than this before anything else counts as empty. */
const MOST_LEADING_LINES = 10_000;

async function readSample(lines: AsyncGenerator<string[], void, undefined>): Promise<string[]> {
  let sample: string[] = [];
  let filled = 0;
  while (filled < SAMPLE_LINES && sample.length < MOST_LEADING_LINES) {
    const next = await lines.next();
    if (next.done) break;
    sample = sample.concat(next.value);
    filled += next.value.filter((line) => trimCell(line) !== "").length;
  }
  return sample;
}
