import type { TextEncoding } from "./sniff-file";

/** The encodings a decoder can end up with. */
export type DecodedEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Turns the bytes of a file into text piece by piece; the pieces may be cut anywhere. */
export interface TextDecoding {
  push(bytes: Uint8Array): string;
  end(): string;
  /** What was decided so far; ASCII alone counts as UTF-8. */
  encoding(): DecodedEncoding;
}

/**
 * A decoder for a file whose byte order mark is already cut off. Bytes that do not fit become U+FFFD.
 * Without a mark, the first character beyond ASCII decides: UTF-8 if its bytes are well formed, else Windows-1252, as what
 * stood before it reads the same in both. So the answer never depends on how the bytes were cut, and nothing is read twice.
 */
export function createTextDecoding(encoding: TextEncoding): TextDecoding {
  if (encoding !== "ascii-first") return fixedDecoding(encoding);
  let chosen: TextDecoding | null = null;
  let undecided: Uint8Array = new Uint8Array();
  const choose = (bytes: Uint8Array) => {
    chosen = fixedDecoding(startsWithUtf8(bytes) ? "utf-8" : "windows-1252");
    undecided = new Uint8Array();
    return chosen.push(bytes);
  };
  return {
    push(bytes) {
      if (chosen) return chosen.push(bytes);
      const all = undecided.length > 0 ? Buffer.concat([undecided, bytes]) : bytes;
      const start = all.findIndex((byte) => byte >= 0x80);
      if (start === -1) return asciiText(all);
      if (all.length - start >= LONGEST_UTF8) return asciiText(all.subarray(0, start)) + choose(all.subarray(start));
      undecided = all.slice(start);
      return asciiText(all.subarray(0, start));
    },
    end() {
      const last = undecided.length > 0 ? choose(undecided) : "";
      return last + (chosen?.end() ?? "");
    },
    encoding: () => chosen?.encoding() ?? "utf-8",
  };
}

/** A UTF-8 character has at most this many bytes (RFC 3629). */
const LONGEST_UTF8 = 4;

function fixedDecoding(encoding: DecodedEncoding): TextDecoding {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return {
    push: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
    encoding: () => encoding,
  };
}

function startsWithUtf8(bytes: Uint8Array): boolean {
  const lead = bytes[0] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || bytes.length < length) return false;
  const character = bytes.subarray(0, length);
  return Buffer.from(new TextDecoder("utf-8", { ignoreBOM: true }).decode(character)).equals(character);
}

function asciiText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
