import type { RewardKey } from "./list-due.server";

/**
 * Thrown where mails could not be written for a bug, so that the codes taken for them are nobody's again: whose they are, so that the
 * others need not wait. `cause` is the first error, whose message it has.
 */
export class UnwrittenMails extends Error {
  readonly rewards: RewardKey[];

  constructor(rewards: RewardKey[], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "UnwrittenMails";
    this.rewards = rewards;
  }
}
