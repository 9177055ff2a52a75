import type { Fault, Outage } from "../support/resend-double/settings";
import type { Pace } from "./delivery/send-deliveries";
import type { SmtpDoubleSettings } from "./smtp-double/settings";

/** How one run goes. */
export interface Profile {
  transport: "resend" | "smtp";
  /** Webhooks, not counting what is sent again. */
  events: number;
  shops: number;
  pace: Pace;
  /** How often a process is killed at each point. */
  rounds: number;
  /** The points aimed at; null: all there are. */
  points: string[] | null;
  /** Immediate crashes of PostgreSQL. */
  crashes: number;
  /** Fewest codes in an upload; 0: no upload, the codes are there from the start. */
  importLines: number;
  /** How long the provider knows a key, for both sides, in seconds. */
  keyLifetimeSeconds: number;
  /** How long the sender waits for the provider's answer, in seconds. */
  callTimeoutSeconds: number;
  /** Calls a second the provider allows; null: any number. */
  callsPerSecond: number | null;
  faults: Partial<Record<Fault, number>>;
  outages: Outage[];
  smtpFaults: Pick<SmtpDoubleSettings, "busy" | "cut" | "sentThenCut">;
  /**
   * Whether a mail may end as "delivery unknown": where the transport does not deduplicate, or the provider is away for
   * longer than it knows a key. Even then never twice, and never without a record.
   */
  mayBeUnknown: boolean;
  /** How long everything may take to come to its end after the last webhook, in seconds. */
  drainSeconds: number;
}

/** The default run: 20,000 webhooks, every point twice. */
export const DEFAULT: Profile = {
  transport: "resend",
  events: 20_000,
  shops: 12,
  pace: { perSecond: 2_000, slowPerSecond: 30, concurrency: 48 },
  rounds: 2,
  points: null,
  crashes: 4,
  importLines: 9_000,
  keyLifetimeSeconds: 3_600,
  callTimeoutSeconds: 2,
  callsPerSecond: 40,
  faults: { "server-error": 0.03, "too-many": 0.02, silence: 0.01, "sent-then-silence": 0.01, "sent-then-cut": 0.04 },
  outages: [],
  smtpFaults: { busy: 0.02, cut: 0.02, sentThenCut: 0.04 },
  mayBeUnknown: false,
  drainSeconds: 90,
};

/** For the night. */
export const LARGE: Profile = { ...DEFAULT, events: 200_000, rounds: 5, crashes: 8, drainSeconds: 900 };

/** Over SMTP, where every mail is a call of its own and a lost answer parks it. */
export const SMTP: Profile = {
  ...DEFAULT,
  transport: "smtp",
  events: 800,
  shops: 8,
  rounds: 1,
  crashes: 1,
  points: ["mails-frozen", "batch-claimed", "mail-handed-over", "outcome-written", "outcome-recorded"],
  importLines: 0,
  mayBeUnknown: true,
};
