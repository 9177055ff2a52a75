import type { Violation } from "./violation";

/** Mails a worker has in hand at most over SMTP, where each is a call of its own. */
const IN_HAND = 5;
const WORKERS = 2;

/** What can leave it open, over SMTP, whether a mail went out. */
export interface UnknownCauses {
  /** Answers the double swallowed after it had sent the mail. */
  lostAnswers: number;
  /** Processes that ended with whatever they had in hand. */
  deaths: number;
  /** Of PostgreSQL, which both workers may be unable to tell what they heard. */
  crashes: number;
}

/** Parking is for mails of which nobody can know: no more of them than there were occasions. */
export function checkUnknown(parked: number, { lostAnswers, deaths, crashes }: UnknownCauses): Violation[] {
  const most = lostAnswers + IN_HAND * (deaths + WORKERS * crashes);
  if (parked <= most) return [];
  const what = `${parked} of them, and at most ${most} can have been in doubt`;
  return [{ harm: "missing", about: "mails parked as delivery unknown", what }];
}
