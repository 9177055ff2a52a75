import { createHash } from "node:crypto";
import type { Answer } from "./answer";

/** What a call with this key meets. */
export type KeyVerdict =
  | { outcome: "new" }
  | { outcome: "repeated"; answer: Answer }
  | { outcome: "in_flight" }
  | { outcome: "other_bytes" };

interface Entry {
  bytes: string;
  firstAt: number;
  answer: Answer | null;
}

/** The keys of a day, https://resend.com/docs/dashboard/emails/idempotency-keys. Times in milliseconds. */
export interface KeyMemory {
  /** Judges a key and, where it is new, remembers it as under way. */
  begin(key: string, bytes: Buffer, now: number): KeyVerdict;
  /** The call came to this answer, which its repetitions get. */
  settle(key: string, answer: Answer): void;
}

/** Forgets a key `lifetimeMs` after its first call. */
export function keyMemory(lifetimeMs: number): KeyMemory {
  const entries = new Map<string, Entry>();
  return {
    begin(key, bytes, now) {
      const digest = createHash("sha256").update(bytes).digest("hex");
      const known = entries.get(key);
      if (!known || now - known.firstAt >= lifetimeMs) {
        entries.set(key, { bytes: digest, firstAt: now, answer: null });
        return { outcome: "new" };
      }
      if (known.bytes !== digest) return { outcome: "other_bytes" };
      return known.answer ? { outcome: "repeated", answer: known.answer } : { outcome: "in_flight" };
    },
    settle(key, answer) {
      const entry = entries.get(key);
      if (entry) entry.answer = answer;
    },
  };
}
