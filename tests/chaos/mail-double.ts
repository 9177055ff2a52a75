import { fileURLToPath } from "node:url";
import { type DoubleLogLine, readDoubleLog, type SentMail } from "../support/resend-double/double-log";
import { startResendDouble } from "../support/resend-double/start-resend-double";
import { startDouble } from "../support/start-double";
import type { Profile } from "./profile";
import type { SmtpDoubleSettings } from "./smtp-double/settings";
import { REFUSED_DOMAIN } from "./world/people";
import { CODE_PATTERN } from "./world/plan-codes";

/** The mail provider's double of a run. */
export interface MailDouble {
  url: string;
  /** Its own log: the mails it sent, and how calls ended, by status or fault. */
  record(): Promise<{ mails: SentMail[]; calls: Record<string, number> }>;
  /** False once it has ended, whoever ended it. */
  isAlive(): boolean;
  stop(): Promise<void>;
}

const smtpDouble = fileURLToPath(new URL("./smtp-double/main.ts", import.meta.url));

/** What the provider knows a key for, against what the sender relies on: as Resend's 24 hours against our 23. */
const MARGIN = 24 / 23;

/** Starts the double a profile asks for. */
export async function startMailDouble(profile: Profile, logFile: string, seed: number): Promise<MailDouble> {
  const shared = { logFile, seed, refusedDomain: REFUSED_DOMAIN, keepOfText: CODE_PATTERN };
  const record = () => readRecord(readDoubleLog(logFile));
  if (profile.transport === "smtp") {
    const settings: SmtpDoubleSettings = { ...shared, ...profile.smtpFaults };
    const { port, ...double } = await startDouble(smtpDouble, settings);
    return { url: `smtp://127.0.0.1:${port}`, record, ...double };
  }
  const { callsPerSecond, faults, outages, keyLifetimeSeconds } = profile;
  const { url, isAlive, stop } = await startResendDouble({
    ...shared,
    callsPerSecond,
    faults,
    outages,
    keyLifetimeMs: keyLifetimeSeconds * 1000 * MARGIN,
    latencyMs: { least: 1, most: 30 },
  });
  return { url, record, isAlive, stop };
}

async function readRecord(lines: AsyncIterable<DoubleLogLine>) {
  const mails: SentMail[] = [];
  const calls: Record<string, number> = {};
  for await (const line of lines) {
    if (line.kind === "mail") mails.push(line);
    else {
      const ending = line.fault ?? line.why ?? String(line.status);
      calls[ending] = (calls[ending] ?? 0) + 1;
    }
  }
  return { mails, calls };
}
