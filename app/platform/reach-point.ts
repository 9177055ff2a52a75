/**
 * The places where a process can die with the most to lose, in the order a coupon travels, and what has happened by then.
 * `npm run chaos` kills at each of them.
 */
export const KILL_POINTS = {
  "delivery-received": "the signature was good, nothing is stored yet",
  "delivery-committed": "committed, the sender has no answer yet",
  "facts-written": "in the middle of a batch: facts written, nothing promised",
  "batch-read": "promised and settled, not committed",
  "batch-read-committed": "committed, nobody told the sender of mails",
  "codes-taken": "codes taken, mails not written",
  "mails-frozen": "mails frozen and leased, not committed",
  "batch-claimed": "committed, the provider not called yet",
  "mail-handed-over": "the provider answered, nothing recorded",
  "outcome-written": "the outcome written, not committed",
  "outcome-recorded": "the outcome committed",
  "codes-stored": "an import's codes partly stored, not published",
  "import-published": "the import published, not committed",
  "import-published-committed": "committed, the merchant not told",
} as const;

export type KillPoint = keyof typeof KILL_POINTS;

/** Marks a place where a process is killed under test. Does nothing: the harness builds the app with another in its stead. */
export function reachPoint(_point: KillPoint): void {}
