import { fileURLToPath } from "node:url";
import { startDouble } from "../start-double";
import { type DoubleLogLine, readDoubleLog, type SentMail } from "./double-log";
import { plainResend, type ResendDoubleSettings } from "./settings";

/** A running double of Resend. */
export interface ResendDouble {
  /** For RESEND_BASE_URL; any RESEND_API_KEY beginning with "re_" will do. */
  url: string;
  /** Its own record, oldest first: every mail it sent, every call it took. Can be read while it runs and after. */
  log(): AsyncGenerator<DoubleLogLine>;
  /** The mails alone. */
  sentMails(): Promise<SentMail[]>;
  /** False once it has ended, whoever ended it. */
  isAlive(): boolean;
  stop(): Promise<void>;
}

const main = fileURLToPath(new URL("./main.ts", import.meta.url));

/**
 * Starts the double of Resend as a process of its own; it ends with this one. Without further settings it has no faults
 * and no limit (`plainResend`). Throws if it does not come up.
 */
export async function startResendDouble(
  given: Partial<ResendDoubleSettings> & Pick<ResendDoubleSettings, "logFile">,
): Promise<ResendDouble> {
  const settings: ResendDoubleSettings = { ...plainResend, ...given };
  const { port, isAlive, stop } = await startDouble(main, settings);
  return {
    url: `http://127.0.0.1:${port}`,
    log: () => readDoubleLog(settings.logFile),
    sentMails: async () => {
      const mails: SentMail[] = [];
      for await (const line of readDoubleLog(settings.logFile)) if (line.kind === "mail") mails.push(line);
      return mails;
    },
    isAlive,
    stop,
  };
}
