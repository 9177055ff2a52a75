import { closeSync, openSync, readSync } from "node:fs";
import type { DoubleLogLine, SentMail } from "../../tests/support/resend-double/double-log";

/** The double's log, read as it grows. */
export interface MailLog {
  /** Reads what was added since the last call; returns all mails so far, oldest first. */
  read(): SentMail[];
  close(): void;
}

const CHUNK = 1 << 20;

/** Follows the log of a Resend double. The file must exist. */
export function followMails(file: string): MailLog {
  const descriptor = openSync(file, "r");
  const mails: SentMail[] = [];
  const chunk = Buffer.alloc(CHUNK);
  let unfinished = "";
  return {
    read() {
      for (let bytes = readSync(descriptor, chunk); bytes > 0; bytes = readSync(descriptor, chunk)) {
        const lines = (unfinished + chunk.toString("utf8", 0, bytes)).split("\n");
        unfinished = lines.pop() ?? "";
        for (const line of lines) {
          const entry = JSON.parse(line) as DoubleLogLine;
          if (entry.kind === "mail") mails.push(entry);
        }
      }
      return mails;
    },
    close: () => closeSync(descriptor),
  };
}
