import type { CodesReminder, Message, Reward } from "~/platform/generated/client";
import { newId } from "~/platform/ids";

/** What a mail says, to whom, and in whose name: frozen before the first try. */
export interface FrozenMail {
  senderName: string;
  recipient: string;
  /** Where answers go; null: to the sender. */
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
}

/** The `number`-th mail of a reward, in no batch yet. */
export function newMessage(
  reward: Pick<Reward, "shopId" | "id">,
  mail: FrozenMail,
  number: number,
  now: Date,
): Message {
  const about = { rewardId: reward.id, reminderId: null, kind: "thank_you" as const };
  return { shopId: reward.shopId, ...about, number, ...mail, ...unsent(now) };
}

/** The mail of a reminder to its `number`-th recipient, in no batch yet. */
export function newReminderMessage(
  reminder: Pick<CodesReminder, "shopId" | "id">,
  mail: FrozenMail,
  number: number,
  now: Date,
): Message {
  const about = { rewardId: null, reminderId: reminder.id, kind: "codes_reminder" as const };
  return { shopId: reminder.shopId, ...about, number, ...mail, ...unsent(now) };
}

function unsent(now: Date) {
  return {
    id: newId(),
    state: "waiting" as const,
    createdAt: now,
    batchId: null,
    batchPosition: null,
    providerId: null,
    reason: null,
    settledAt: null,
  };
}
