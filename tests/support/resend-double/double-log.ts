import { createReadStream, openSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Fault } from "./settings";

/** One mail that was really sent. `at` in milliseconds since 1970. */
export interface SentMail {
  kind: "mail";
  at: number;
  /** The idempotency key of its call; null where it had none. */
  key: string | null;
  /** Its place in the call. */
  index: number;
  id: string;
  from: string;
  to: string;
  subject: string;
  messageId: string | null;
  /** What the pattern `keepOfText` found in the text, each once. */
  found: string[];
}

/** One call that came in and what became of it. */
export interface TakenCall {
  kind: "call";
  at: number;
  key: string | null;
  mails: number;
  /** Null where no answer was given. */
  status: number | null;
  /** Resend's name for the error, or "repeated" where the answer of before was given again. */
  why: string | null;
  fault: Fault | "outage" | null;
}

export type DoubleLogLine = SentMail | TakenCall;

/** Appends lines. They are in the file when this returns: whatever happens to this or any other process, they stay there. */
export function openDoubleLog(file: string): (lines: DoubleLogLine[]) => void {
  const descriptor = openSync(file, "a");
  return (lines) => {
    if (lines.length === 0) return;
    const bytes = Buffer.from(`${lines.map((line) => JSON.stringify(line)).join("\n")}\n`);
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
  };
}

/** Reads a log line by line; a last line that is still being written is left out. */
export async function* readDoubleLog(file: string): AsyncGenerator<DoubleLogLine> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (line.endsWith("}")) yield JSON.parse(line) as DoubleLogLine;
  }
}
