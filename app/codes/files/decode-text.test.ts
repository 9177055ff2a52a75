import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTextDecoding } from "./decode-text";
import { sniffFile } from "./sniff-file";

/** Decodes bytes given in pieces of these sizes (then the rest), after sniffing all of them. */
function decode(bytes: Uint8Array, sizes: number[] = []): { text: string; encoding: string } {
  const sniffed = sniffFile(bytes);
  if (sniffed.outcome !== "text") return { text: sniffed.outcome, encoding: "" };
  const decoding = createTextDecoding(sniffed.encoding);
  let text = "";
  let at = sniffed.bomLength;
  for (const size of sizes) {
    text += decoding.push(bytes.subarray(at, at + size));
    at = Math.min(at + size, bytes.length);
  }
  text += decoding.push(bytes.subarray(at)) + decoding.end();
  return { text, encoding: decoding.encoding() };
}

const sizes = fc.array(fc.nat(4), { maxLength: 40 });
const words = fc.stringMatching(/^[a-z\n]{4}[a-zé€日😀\n]{0,40}$/u);

describe("decoding a file", () => {
  test.each<[string, (text: string) => Uint8Array]>([
    ["UTF-8", (text) => Buffer.from(text)],
    ["UTF-8 with a mark", (text) => Buffer.from(`\ufeff${text}`)],
    ["UTF-16LE with a mark", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16BE with a mark", (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
  ])("%s gives the text back wherever its bytes are cut", (_name, encode) => {
    fc.assert(
      fc.property(words, sizes, (text, cuts) => {
        expect(decode(encode(text), cuts).text).toBe(text);
      }),
    );
  });

  test.each<[string, (text: string) => Uint8Array]>([
    ["UTF-16LE", (text) => Buffer.from(text, "utf16le")],
    ["UTF-16BE", (text) => Buffer.from(text, "utf16le").swap16()],
  ])("%s is recognised without a mark by its zero bytes", (_name, encode) => {
    expect(decode(encode("SAVE-10\nSAVE-20\n")).text).toBe("SAVE-10\nSAVE-20\n");
  });

  test("any bytes that are text give the same wherever they are cut", () => {
    const bytes = fc.array(fc.constantFrom(0x41, 0x0a, 0x80, 0x92, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0xff), {
      minLength: 1,
    });
    fc.assert(
      fc.property(bytes, sizes, (list, cuts) => {
        const file = Uint8Array.from([0x41, 0x41, 0x41, ...list]);
        expect(decode(file, cuts)).toEqual(decode(file));
      }),
      { numRuns: 500 },
    );
  });

  test("bytes that are no UTF-8 are Windows-1252", () => {
    expect(decode(Buffer.from("43414681c9809f", "hex"))).toEqual({ text: "CAF\u0081É€Ÿ", encoding: "windows-1252" });
  });

  test("a character of its own that UTF-8 spells out is not taken for damage, nor a late mark for the first", () => {
    expect(decode(Buffer.from("A\ufffd\ufeffé"))).toEqual({ text: "A\ufffd\ufeffé", encoding: "utf-8" });
    expect(decode(Buffer.from("A\ufeffé"))).toEqual({ text: "A\ufeffé", encoding: "utf-8" });
  });
});
