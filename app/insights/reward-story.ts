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
  what: string;
  /** More about it, without a full stop; null where the words say all. */
  detail: string | null;
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
    moment(engagement.engagedAt, "The shopper engaged", describeEngagement(engagement)),
    engagement.receivedAt > engagement.engagedAt && moment(engagement.receivedAt, "Laurel heard of it"),
    ...engagement.decisions.map((decision) => moment(decision.decidedAt, "Decided", describeDecision(decision))),
    moment(reward.promisedAt, "Promised", `“${reward.description}”`),
    reward.codeTakenAt && moment(reward.codeTakenAt, "Code taken"),
    ...dueMoments(reward),
    ...reward.messages.flatMap(mailMoments),
    reward.state === "ended" && reward.settledAt && moment(reward.settledAt, "Ended", reasonOf(reward)),
    ...reward.redemptions.flatMap((redemption) => orderMoments(redemption, reward.refunds)),
  ];
  // What shares a moment stays in the order above, which is the order of cause and effect.
  return happened.filter((one) => one instanceof Object).sort((one, other) => one.at.getTime() - other.at.getTime());
}

function moment(at: Date, what: string, detail: string | null = null, amount: number | null = null): StoryMoment {
  return { at, what, detail, amount, isToCome: false };
}

function dueMoments({ state, sendAt }: Reward): StoryMoment[] {
  if (!sendAt) return [];
  if (state === "waiting_for_code")
    return [moment(sendAt, "Due", "no code was left; it goes out as soon as codes are added")];
  return state === "promised" ? [{ ...moment(sendAt, "Will be sent"), isToCome: true }] : [];
}

function mailMoments({ number, state, createdAt, settledAt, reason, recipient }: Message): StoryMoment[] {
  const to = recipient && `to ${recipient}`;
  const written = moment(createdAt, number === 1 ? "Email written" : "Sent again by hand: new email written", to);
  if (!settledAt || state === "waiting") return [written];
  const why = reason && describeRewardReason(reason);
  return [written, moment(settledAt, OUTCOMES[state], why)];
}

const OUTCOMES: Record<Exclude<Message["state"], "waiting">, string> = {
  sent: "Email sent",
  failed: "Email failed",
  delivery_unknown: "Delivery unknown",
};

function orderMoments(redemption: Redemption, refunds: OrderRefund[]): StoryMoment[] {
  const { orderId, orderName, orderValue, redeemedAt, cancelledAt } = redemption;
  const order = orderName ? `order ${orderName}` : "an order";
  return [
    moment(redeemedAt, "Redeemed", `on ${order}`, orderValue.toNumber()),
    ...refunds
      .filter((refund) => refund.orderId === orderId)
      .map(({ refundedAt, amount }) => moment(refundedAt, "Refunded", `of ${order}`, amount.toNumber())),
    ...(cancelledAt ? [moment(cancelledAt, "Order cancelled", `${order} counts for nothing any more`)] : []),
  ];
}

function reasonOf({ reason }: Reward): string | null {
  return reason && describeRewardReason(reason);
}
