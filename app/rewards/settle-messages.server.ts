import type { Transaction } from "~/platform/database.server";
import type { Message, MessageState, RewardState } from "~/platform/generated/client";

/** A message whose outcome is final. */
export interface SettledMessage {
  message: Pick<Message, "shopId" | "id" | "rewardId">;
  state: Exclude<MessageState, "waiting">;
  reason: string | null;
  providerId: string | null;
}

const REWARD_STATES: Record<SettledMessage["state"], RewardState> = {
  sent: "sent",
  failed: "failed",
  delivery_unknown: "parked",
};

/**
 * Records final outcomes on messages and their rewards and removes the frozen mails. A message that was settled
 * meanwhile keeps its first outcome.
 */
export async function settleMessages(tx: Transaction, settled: SettledMessage[], now: Date): Promise<void> {
  for (const { message, state, reason, providerId } of settled) {
    const { count } = await tx.message.updateMany({
      where: { shopId: message.shopId, id: message.id, state: "waiting" },
      data: { state, reason, providerId, settledAt: now, leaseUntil: null, subject: null, html: null, text: null },
    });
    if (count === 0) continue;
    await tx.reward.updateMany({
      where: { shopId: message.shopId, id: message.rewardId, state: "sending" },
      data: { state: REWARD_STATES[state], reason, settledAt: now },
    });
  }
}
