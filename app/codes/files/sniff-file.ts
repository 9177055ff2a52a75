import type { MessageId } from "~/messages/english";
import { type Sentence, sentence } from "~/messages/sentence";

/** How the bytes of an uploaded file become text. `ascii-first` means: decided by the first byte beyond ASCII. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "ascii-first";

/** What a file is that is no text: the name of its message. */
type FoundInstead = Extract<MessageId, `codes.found.${string}`>;

/** What the first bytes of a file say about it. */
export type SniffedFile =
  | { outcome: "text"; encoding: TextEncoding; bomLength: number }
  | { outcome: "empty" }
  | { outcome: "not_text"; found: FoundInstead };

/** How many bytes `sniffFile` wants to see (fewer only when the file is shorter). */
export const SNIFF_BYTES = 4096;

const SIGNATURES: [found: FoundInstead, start: string][] = [
  ["codes.found.zip", "504b0304"],
  ["codes.found.empty_zip", "504b0506"],
  ["codes.found.xls", "d0cf11e0a1b11ae1"],
  ["codes.found.pdf", "25504446"],
  ["codes.found.png", "89504e47"],
  ["codes.found.jpeg", "ffd8ff"],
  ["codes.found.gif", "47494638"],
  ["codes.found.gzip", "1f8b"],
  ["codes.found.rtf", "7b5c727466"],
];

/**
 * Judges a file by its first `SNIFF_BYTES` bytes: byte order marks, UTF-16 without one (every other byte is zero in Latin
 * text), well-known file signatures, and a share of control bytes no text has.
 */
export function sniffFile(head: Uint8Array): SniffedFile {
  if (head.length === 0) return { outcome: "empty" };
  const hex = Buffer.from(head.subarray(0, 8)).toString("hex");
  const signature = SIGNATURES.find(([, start]) => hex.startsWith(start));
  if (signature) return { outcome: "not_text", found: signature[0] };
  if (hex.startsWith("efbbbf")) return { outcome: "text", encoding: "utf-8", bomLength: 3 };
  if (hex.startsWith("fffe")) return { outcome: "text", encoding: "utf-16le", bomLength: 2 };
  if (hex.startsWith("feff")) return { outcome: "text", encoding: "utf-16be", bomLength: 2 };
  return sniffUnmarked(head);
}

/** What a merchant is told about a file that is no text, or nothing: what was expected and what was found. */
export function refuseFile(sniffed: Exclude<SniffedFile, { outcome: "text" }>): Sentence {
  if (sniffed.outcome === "empty") return sentence("codes.file_empty");
  return sentence("codes.file_not_csv", { found: sentence(sniffed.found) });
}

function sniffUnmarked(head: Uint8Array): SniffedFile {
  const zeroes = [0, 0];
  let controls = 0;
  for (const [index, byte] of head.entries()) {
    if (byte === 0) zeroes[index % 2] = (zeroes[index % 2] ?? 0) + 1;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls += 1;
  }
  const [even = 0, odd = 0] = zeroes;
  const pairs = head.length / 2;
  if (odd > 0.7 * pairs && even < 0.1 * pairs) return { outcome: "text", encoding: "utf-16le", bomLength: 0 };
  if (even > 0.7 * pairs && odd < 0.1 * pairs) return { outcome: "text", encoding: "utf-16be", bomLength: 0 };
  if (controls > head.length / 10) return { outcome: "not_text", found: "codes.found.binary" };
  const start = Buffer.from(head.subarray(0, 100)).toString("latin1");
  if (/^\s*<(!doctype|html|\?xml)/i.test(start)) return { outcome: "not_text", found: "codes.found.web_page" };
  if (/^\s*([[{]\s*)+"/.test(start)) return { outcome: "not_text", found: "codes.found.json" };
  return { outcome: "text", encoding: "ascii-first", bomLength: 0 };
}
