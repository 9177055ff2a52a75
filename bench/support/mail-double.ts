import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { ResendDoubleSettings } from "../../tests/support/resend-double/settings";
import { startResendDouble } from "../../tests/support/resend-double/start-resend-double";
import { followMails, type MailLog } from "./mail-log";

/** A Resend double of a row and the mails it took. */
export interface MailDouble extends MailLog {
  url: string;
  /** Resolves with all mails once there are this many. Throws when no mail came for half a minute. */
  untilMails(count: number): Promise<ReturnType<MailLog["read"]>>;
  stop(): Promise<void>;
}

/** More calls a second than anything here makes: the limit is told, and never reached. */
const UNLIMITED = 100_000;
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 20;

let started = 0;

/** Starts a double that answers at once. By default it tells of a limit nobody reaches. */
export async function startMailDouble(
  folder: string,
  settings: Partial<ResendDoubleSettings> = {},
): Promise<MailDouble> {
  started += 1;
  const logFile = path.join(folder, `resend-${started}.jsonl`);
  const double = await startResendDouble({ logFile, callsPerSecond: UNLIMITED, ...settings });
  while (!existsSync(logFile)) await pause(LOOK_EVERY_MS);
  const log = followMails(logFile);
  return {
    ...log,
    url: double.url,
    untilMails: (count) => untilMails(log, count),
    stop: async () => {
      await double.stop();
      log.close();
    },
  };
}

async function untilMails(log: MailLog, count: number) {
  let last = { count: 0, at: Date.now() };
  for (;;) {
    const mails = log.read();
    if (mails.length >= count) return mails;
    if (mails.length > last.count) last = { count: mails.length, at: Date.now() };
    if (Date.now() - last.at > PATIENCE_MS) throw new Error(`only ${mails.length} of ${count} mails came`);
    await pause(LOOK_EVERY_MS);
  }
}
