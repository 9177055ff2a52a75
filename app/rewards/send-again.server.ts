import { type Sentence, sentence } from "~/messages/sentence";
import type { Database } from "~/platform/database.server";
import type { RewardState } from "~/platform/generated/client";
import { writeRows } from "~/platform/write-rows.server";
import { findBlocked } from "./find-blocked.server";
import { freezeMails } from "./freeze-mails.server";
import { newMessage } from "./new-message";
import { isOpen, mayBecome, moved } from "./reward-state";

/** What became of the wish to send a reward's mail again. */
export type SentAgain =
  | { outcome: "on_its_way" }
  | { outcome: "not_found" }
  | { outcome: "not_possible"; message: Sentence };

/**
 * A person's decision about a reward that has its code and no mail on its way: the same code goes out in a new message, whether the
 * last one failed, nobody knows whether it arrived, or it was sent and the shopper cannot find it. The caller rings "send-due".
 */
export async function sendAgain(
  db: Database,
  input: { shopId: number; rewardId: string },
  now: Date,
): Promise<SentAgain> {
  const { shopId, rewardId } = input;
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from reward where shop_id = ${shopId} and id = ${rewardId}::uuid for update`;
    const found = await tx.reward.findUnique({
      where: { id_shopId: { shopId, id: rewardId } },
      include: { shop: true, engagement: true, recipient: true, code: true, _count: { select: { messages: true } } },
    });
    if (!found) return { outcome: "not_found" };
    const { shop, engagement, recipient, code: pooled, _count, ...reward } = found;
    const code = pooled?.code ?? reward.staticCode;
    if (!mayBecome(reward.state, "sending") || !code) return notPossible(whyNotNow(reward.state));
    const blocked = await findBlocked(tx, { shopIds: [shopId], recipientIds: [reward.recipientId] });
    if (blocked.size > 0) return notPossible(sentence("send_again.blocked"));
    const mail = (await freezeMails(tx, [{ reward, shop, engagement, recipient, code }])).get(reward.id);
    if (!mail) return notPossible(sentence("send_again.cannot_be_written"));
    await writeRows(tx, "message", [newMessage(reward, mail, _count.messages + 1, now)]);
    await writeRows(tx, "reward", [moved(reward, "sending", { reason: null, settledAt: null })]);
    return { outcome: "on_its_way" };
  });
}

function whyNotNow(state: RewardState): Sentence {
  if (isOpen(state)) return sentence("send_again.nothing_sent_yet");
  return state === "sending" ? sentence("send_again.on_its_way_already") : sentence("send_again.ended");
}

function notPossible(message: Sentence): SentAgain {
  return { outcome: "not_possible", message };
}
