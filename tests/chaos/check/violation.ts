/** How a run can go wrong. */
export type Harm =
  /** It was accepted, and left no trace; or it never came to an end. */
  | "lost"
  /** It happened twice: a reward, a code, a mail. */
  | "doubled"
  /** It was earned, and did not come. */
  | "missing"
  /** Anything else that must not be: unearned, to or from somebody else, no reason on record, arithmetic. */
  | "wrong";

/** One thing that must not be. */
export interface Violation {
  harm: Harm;
  /** What it is about: an event, a mail, a pool. */
  about: string;
  what: string;
}
