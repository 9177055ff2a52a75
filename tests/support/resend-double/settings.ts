/** What the double does instead of answering as it should. */
export type Fault =
  /** Answers 500 and takes nothing. */
  | "server-error"
  /** Answers 429 with `retry-after` and takes nothing. */
  | "too-many"
  /** Takes nothing and never answers. */
  | "silence"
  /** Sends, and never answers. */
  | "sent-then-silence"
  /** Sends, and cuts the connection instead of answering. */
  | "sent-then-cut";

/** After so many mails the double sends one call more without answering it and then refuses every connection for a while. */
export interface Outage {
  afterMails: number;
  forMs: number;
}

/** How one run of the double behaves. Chances are between 0 and 1 and are drawn in the order calls come in. */
export interface ResendDoubleSettings {
  /** Where its log goes; it must not exist yet or be its own from before. */
  logFile: string;
  port: number;
  /** How long a key is remembered, in milliseconds. Resend: 24 hours. */
  keyLifetimeMs: number;
  /** Calls within any one second for all callers together; null: as many as come. Resend: 5. */
  callsPerSecond: number | null;
  /** What `retry-after` says on a 429 that is a fault, in whole seconds. */
  retryAfterSeconds: number;
  /** How long a call takes, drawn evenly between the two, in milliseconds. */
  latencyMs: { least: number; most: number };
  seed: number;
  faults: Partial<Record<Fault, number>>;
  outages: Outage[];
  /** Mails to this domain are invalid, as mails to example.com are to Resend. */
  refusedDomain: string;
  /** Regular expression: what of each mail's text the log keeps. Null: nothing. */
  keepOfText: string | null;
}

/** No faults, no limit, keys for a day: answers at once. */
export const plainResend: Omit<ResendDoubleSettings, "logFile"> = {
  port: 0,
  keyLifetimeMs: 86_400_000,
  callsPerSecond: null,
  retryAfterSeconds: 1,
  latencyMs: { least: 0, most: 0 },
  seed: 1,
  faults: {},
  outages: [],
  refusedDomain: "refused.invalid",
  keepOfText: null,
};
