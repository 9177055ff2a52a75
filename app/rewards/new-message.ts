import type { Message, Reward } from "~/platform/generated/client";
import { newId } from "~/platform/ids";

/** What a mail says, to whom, and in whose name: frozen before the first try. */
export interface FrozenMail {
  senderName: string;
  recipient: string;
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
  return {
    shopId: reward.shopId,
    id: newId(),
    rewardId: reward.id,
    reminderId: null,
    kind: "thank_you",
    number,
    state: "waiting",
    ...mail,
    createdAt: now,
    batchId: null,
    batchPosition: null,
    providerId: null,
    reason: null,
    settledAt: null,
  };
}
