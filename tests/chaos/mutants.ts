import type { Harm } from "./check/violation";
import { DEFAULT, type Profile, SMTP } from "./profile";

/** A planted bug: what it does, and the run that shows it soon. The patch is tests/chaos/mutants/<name>.patch. */
export interface Mutant {
  what: string;
  /** What it has to be caught by: anything else may as well be a slow machine. */
  shows: Harm;
  profile: Profile;
}

/** Nothing goes wrong but what the mutant's own profile adds. */
const CALM: Profile = {
  ...DEFAULT,
  events: 800,
  shops: 6,
  rounds: 1,
  points: [],
  crashes: 0,
  importLines: 0,
  faults: {},
  drainSeconds: 10,
};

/** The bugs this kind of system is known for. Each has to be caught, and its profile has to be clean without it. */
export const MUTANTS: Record<string, Mutant> = {
  "ack-early": {
    what: "a sender hears 2xx before its delivery is committed",
    shows: "lost",
    profile: { ...CALM, events: 2_000, rounds: 3, points: ["delivery-received"] },
  },
  "mark-sent-first": {
    what: "a mail counts as sent before the provider is called",
    shows: "missing",
    profile: { ...CALM, faults: { "server-error": 0.4 } },
  },
  "no-idempotency-key": {
    what: "calls to the provider carry no idempotency key",
    shows: "doubled",
    profile: { ...CALM, faults: { "sent-then-cut": 0.4 } },
  },
  "no-unique": {
    what: "codes are counted without a lock, and no constraint stands behind that",
    shows: "doubled",
    profile: { ...CALM, events: 1_200, shops: 1, pace: { ...CALM.pace, perSecond: 300 }, callsPerSecond: 1_000 },
  },
  "key-by-time": {
    what: "the key of a review is made of when it was written instead of what it is about",
    shows: "doubled",
    profile: CALM,
  },
  "no-lease": {
    what: "a batch in one process's hand can be taken by another",
    shows: "doubled",
    profile: {
      ...SMTP,
      ...CALM,
      transport: "smtp",
      events: 600,
      mayBeUnknown: true,
      smtpFaults: { busy: 0, cut: 0, sentThenCut: 0 },
    },
  },
  "retry-after-24h": {
    what: "a call whose answer was lost is repeated after the provider forgot its key",
    shows: "doubled",
    profile: {
      ...CALM,
      pace: { ...CALM.pace, perSecond: 100 },
      keyLifetimeSeconds: 4,
      outages: [{ afterMails: 60, forMs: 5_000 }],
      mayBeUnknown: true,
    },
  },
  "no-tenant-filter": {
    what: "deliveries of two shops with the same id are taken for one",
    shows: "lost",
    profile: CALM,
  },
};
