/** How the bytes of an uploaded file become text. `ascii-first` means: decided by the first byte beyond ASCII. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "ascii-first";

/** What the first bytes of a file say about it. */
export type SniffedFile =
  | { outcome: "text"; encoding: TextEncoding; bomLength: number }
  | { outcome: "empty" }
  | { outcome: "not_text"; found: string };

/** How many bytes `sniffFile` wants to see (fewer only when the file is shorter). */
export const SNIFF_BYTES = 4096;

const SIGNATURES: [found: string, start: string][] = [
  ["an Excel workbook or another ZIP archive", "504b0304"],
  ["an empty ZIP archive", "504b0506"],
  ["an old Excel workbook (.xls)", "d0cf11e0a1b11ae1"],
  ["a PDF document", "25504446"],
  ["a PNG image", "89504e47"],
  ["a JPEG image", "ffd8ff"],
  ["a GIF image", "47494638"],
  ["a compressed file (gzip)", "1f8b"],
  ["a RTF document", "7b5c727466"],
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
export function refuseFile(sniffed: Exclude<SniffedFile, { outcome: "text" }>): string {
  if (sniffed.outcome === "empty") return "The file is empty. It should have one code on each line.";
  return `This is ${sniffed.found}, not a CSV file. Save the list of codes as CSV, with one code on each line, and upload that file.`;
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
  if (controls > head.length / 10) return { outcome: "not_text", found: "a binary file" };
  if (/^\s*<(!doctype|html|\?xml)/i.test(Buffer.from(head.subarray(0, 100)).toString("latin1"))) {
    return { outcome: "not_text", found: "a web page" };
  }
  return { outcome: "text", encoding: "ascii-first", bomLength: 0 };
}
