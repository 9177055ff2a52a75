import type { MessageId } from "~/messages/english";
import { type Sentence, sentence } from "~/messages/sentence";
import type {
  Engagement,
  EngagementDecision,
  Message,
  OrderRefund,
  Redemption,
  Reward,
} from "~/platform/generated/client";
import { describeRewardReason } from "~/rewards/reward-reason";
import { describeDecision } from "./coupon-answers";
import { describeEngagement } from "./describe-engagement";

/** Something that happened to a reward, or is still to come. */
export interface StoryMoment {
  at: Date;
  /** A few words, "Email sent". */
  what: MessageId;
  /** More about it, without a full stop; null where the words say all. */
  detail: Sentence | null;
  /** An amount in the shop's currency that belongs to it. */
  amount: number | null;
  isToCome: boolean;
}

/** What a story is told from. */
type Told = Reward & {
  engagement: Engagement & { decisions: EngagementDecision[] };
  messages: Message[];
  redemptions: Redemption[];
  /** Of the orders that used the code. */
  refunds: OrderRefund[];
};

/** Everything that happened to one reward, from the engagement to the order that used it, in order. */
export function tellStory(reward: Told): StoryMoment[] {
  const { engagement } = reward;
  const happened = [
    moment(engagement.engagedAt, "story.engaged", describeEngagement(engagement)),
    engagement.receivedAt > engagement.engagedAt && moment(engagement.receivedAt, "story.heard"),
    ...engagement.decisions.map((decision) => moment(decision.decidedAt, "story.decided", describeDecision(decision))),
    moment(reward.promisedAt, "story.promised", sentence("story.coupon", { coupon: reward.description })),
    reward.codeTakenAt && moment(reward.codeTakenAt, "story.code_taken"),
    ...dueMoments(reward),
    ...reward.messages.flatMap(mailMoments),
    reward.state === "ended" && reward.settledAt && moment(reward.settledAt, "story.ended", reasonOf(reward)),
    ...reward.redemptions.flatMap((redemption) => orderMoments(redemption, reward.refunds)),
  ];
  // What shares a moment stays in the order above, which is the order of cause and effect.
  return happened.filter((one) => one instanceof Object).sort((one, other) => one.at.getTime() - other.at.getTime());
}

function moment(at: Date, what: MessageId, detail: Sentence | null = null, amount: number | null = null): StoryMoment {
  return { at, what, detail, amount, isToCome: false };
}

function dueMoments({ state, sendAt }: Reward): StoryMoment[] {
  if (!sendAt) return [];
  if (state === "waiting_for_code") return [moment(sendAt, "story.due", sentence("story.no_code_left"))];
  return state === "promised" ? [{ ...moment(sendAt, "story.will_be_sent"), isToCome: true }] : [];
}

function mailMoments({ number, state, createdAt, settledAt, reason, recipient }: Message): StoryMoment[] {
  const to = recipient ? sentence("story.to", { recipient }) : null;
  const written = moment(createdAt, number === 1 ? "story.email_written" : "story.email_written_again", to);
  if (!settledAt || state === "waiting") return [written];
  return [written, moment(settledAt, OUTCOMES[state], reasonOf({ reason }))];
}

const OUTCOMES: Record<Exclude<Message["state"], "waiting">, MessageId> = {
  sent: "story.email_sent",
  failed: "story.email_failed",
  parked: "story.delivery_unknown",
};

function orderMoments(redemption: Redemption, refunds: OrderRefund[]): StoryMoment[] {
  const { orderId, orderName, orderValue, redeemedAt, cancelledAt } = redemption;
  const order = orderName ? sentence("story.order", { order: orderName }) : sentence("story.some_order");
  return [
    moment(redeemedAt, "story.redeemed", sentence("story.on_order", { order }), orderValue.toNumber()),
    ...refunds
      .filter((refund) => refund.orderId === orderId)
      .map(({ refundedAt, amount }) =>
        moment(refundedAt, "story.refunded", sentence("story.of_order", { order }), amount.toNumber()),
      ),
    ...(cancelledAt
      ? [moment(cancelledAt, "story.order_cancelled", sentence("story.order_counts_no_more", { order }))]
      : []),
  ];
}

function reasonOf({ reason }: { reason: string | null }): Sentence | null {
  return reason ? describeRewardReason(reason) : null;
}
