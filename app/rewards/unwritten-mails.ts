import type { RewardKey } from "./list-due.server";

/** Thrown where mails could not be written for a bug: whose they are, so that the others need not wait. `cause` is the first error. */
export class UnwrittenMails extends Error {
  readonly rewards: RewardKey[];

  constructor(rewards: RewardKey[], cause: unknown) {
    super(`${rewards.length} mails could not be written: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = "UnwrittenMails";
    this.rewards = rewards;
  }
}
