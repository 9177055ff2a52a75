import { closeSync, openSync, readFileSync, writeSync } from "node:fs";

/** What became of sending one delivery: the double's own record. */
export interface DeliveryLogLine {
  /** The delivery's id. */
  id: number;
  /** HTTP status; null where none came. */
  status: number | null;
  /** Milliseconds since 1970. */
  at: number;
}

/** The sender's log: one line for every try. */
export interface DeliveryLog {
  write(line: DeliveryLogLine): void;
  close(): void;
}

/** Opens a new log. */
export function openDeliveryLog(file: string): DeliveryLog {
  const descriptor = openSync(file, "ax");
  return {
    write: (line) => void writeSync(descriptor, `${JSON.stringify(line)}\n`),
    close: () => closeSync(descriptor),
  };
}

/** Reads a whole log. */
export function readDeliveryLog(file: string): DeliveryLogLine[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as DeliveryLogLine);
}
