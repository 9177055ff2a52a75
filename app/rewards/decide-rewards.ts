import { demandOf, lacking } from "~/coupons/demand";
import { type Disqualification, disqualified, noNewPromise, publicationPending } from "~/coupons/judge-engagement";
import { type CouponMatch, matchCoupons } from "~/coupons/match-coupons";
import type { Coupon, Reward } from "~/platform/generated/client";
import { type DecisionInput, matchFacts } from "./decision-input";
import { dueTime } from "./due-time";
import { type ExplainedDecision, explainDecision } from "./explain-decision";
import type { RewardReason } from "./reward-reason";
import { isGiven, isOpen } from "./reward-state";

/** What was decided: the words for the record, and what changes. */
export interface DecidedRewards extends ExplainedDecision {
  /** Promises that end, to be freed before the new ones are made. */
  end: { reward: Reward; reason: RewardReason }[];
  /** Promises that stay and change: their time (null: awaiting publication), their address, the fact they are for. */
  keep: { reward: Reward; changes: Pick<Reward, "state" | "sendAt" | "recipientId" | "engagementId"> }[];
  promise: { coupon: Coupon; sendAt: Date | null; isExtra: boolean }[];
}

/**
 * Decides what one engagement earns now, given what it earned before. Pure: run again on the same state it changes
 * nothing. At most one reward that is no extra stands afterwards, and a reward with a code taken is never touched.
 */
export function decideRewards(all: DecisionInput): DecidedRewards {
  const bar = disqualified(all.engagement, all.rules, all.blocked, all.now);
  if (bar) return barred(all, bar);
  const { surplus, input } = withoutSurplus(all);
  const { engagement, rules, now, rewards } = input;
  const open = rewards.filter((reward) => isOpen(reward.state));
  const given = rewards.filter((reward) => isGiven(reward.state));
  const matches = matchAll(input);
  const obstacle = noNewPromise(engagement, rules, now);
  const base = [...given, ...open].find((reward) => !reward.isExtra);
  const winner = obstacle ? null : choose(input, matches, base);
  const stays = open.filter((reward) => stillSatisfied(input, reward) && !(winner && replaces(winner, reward)));
  const leaves = open.filter((reward) => !stays.includes(reward));
  const isExtra = base !== undefined && isGiven(base.state);
  return {
    ...explainDecision(input, matches, { standing: [...stays, ...given], leaving: leaves, winner, obstacle }),
    end: [
      ...surplus.map((reward) => ({ reward, reason: "same_engagement" as const })),
      ...leaves.map((reward) => ({ reward, reason: leavingReason(input, reward) })),
    ],
    keep: stays.flatMap((reward) => changed(input, reward)),
    promise: winner ? [{ coupon: winner.coupon, sendAt: dueTime(input, winner.coupon), isExtra }] : [],
  };
}

/** An engagement that may not be rewarded: every promise ends, and what was given stays given. */
function barred(input: DecisionInput, bar: Disqualification): DecidedRewards {
  const given = input.rewards.filter((reward) => isGiven(reward.state));
  const open = input.rewards.filter((reward) => isOpen(reward.state));
  return {
    ...explainDecision(input, matchAll(input), { standing: given, leaving: open, winner: null, obstacle: bar }),
    end: open.map((reward) => ({ reward, reason: bar })),
    keep: [],
    promise: [],
  };
}

/**
 * Where facts turned out to be one, their rewards are one fact's from now on: of those that are no extra only the best
 * stands, given before promised, and each coupon counts once. A promise too many is surplus; what was given cannot be undone.
 */
function withoutSurplus(input: DecisionInput): { surplus: Reward[]; input: DecisionInput } {
  const best = input.rewards.toSorted((a, b) => rank(input, b) - rank(input, a) || (a.id < b.id ? -1 : 1));
  const stands: Reward[] = [];
  const surplus: Reward[] = [];
  for (const reward of best) {
    const isSecond = stands.some((one) => one.couponId === reward.couponId || !(one.isExtra || reward.isExtra));
    (isSecond && isOpen(reward.state) ? surplus : stands).push(reward);
  }
  return { surplus, input: { ...input, rewards: input.rewards.filter((reward) => !surplus.includes(reward)) } };
}

function rank(input: DecisionInput, reward: Reward): number {
  if (isGiven(reward.state)) return 100;
  return (stillSatisfied(input, reward) ? 10 : 0) + demandOfReward(input, reward);
}

/**
 * What changes about a promise that stays. Its time only when publication is pending anew, or is pending no more. It goes to
 * the address its engagement names now, which only the review or order that named the old one can have corrected.
 */
function changed(input: DecisionInput, reward: Reward): DecidedRewards["keep"] {
  const { engagement } = input;
  const awaits = publicationPending(engagement, input.rules);
  const turns = awaits !== (reward.state === "awaiting_publication");
  const recipientId = engagement.recipientId ?? reward.recipientId;
  const isSame = !turns && recipientId === reward.recipientId && engagement.id === reward.engagementId;
  if (isSame) return [];
  const time = turns ? timeAnew(input, reward, awaits) : { state: reward.state, sendAt: reward.sendAt };
  return [{ reward, changes: { ...time, recipientId, engagementId: engagement.id } }];
}

/** The time of a promise whose publication is pending anew (`awaits`), or is pending no more. */
function timeAnew(input: DecisionInput, reward: Reward, awaits: boolean): Pick<Reward, "state" | "sendAt"> {
  const coupon = input.coupons.find((candidate) => candidate.id === reward.couponId);
  const sendAt = awaits || !coupon ? null : dueTime(input, coupon);
  return { state: sendAt ? "promised" : "awaiting_publication", sendAt };
}

/** The coupon that gets a new promise: the first that matches and beats what the engagement has already. */
function choose(input: DecisionInput, matches: CouponMatch[], base: Reward | undefined): CouponMatch | null {
  const taken = new Set(input.rewards.map((reward) => reward.couponId));
  const baseCoupon = base && input.coupons.find((coupon) => coupon.id === base.couponId);
  const baseHolds = base && (isGiven(base.state) || stillSatisfied(input, base));
  const floor = baseHolds ? (baseCoupon ? demandOf(baseCoupon.trigger) : 0) : -1;
  const extras = input.rewards.filter((one) => one.isExtra && (isGiven(one.state) || stillSatisfied(input, one)));
  const highestGiven = Math.max(floor, ...extras.map((reward) => demandOfReward(input, reward)));
  const candidates = matches.filter(
    ({ matched, coupon }) => matched && !taken.has(coupon.id) && demandOf(coupon.trigger) > highestGiven,
  );
  const extrasOnly = base !== undefined && isGiven(base.state);
  return candidates.find(({ coupon }) => !extrasOnly || coupon.alsoAfterSmaller) ?? null;
}

function matchAll(input: DecisionInput): CouponMatch[] {
  const sendAt = (coupon: Coupon) => dueTime(input, coupon) ?? input.now;
  const offered = input.coupons.filter((coupon) => coupon.state !== "deleted");
  return matchCoupons(matchFacts(input), offered, input.use, sendAt, input.rules.timeZone, input.now);
}

function stillSatisfied(input: DecisionInput, reward: Reward): boolean {
  const coupon = input.coupons.find((candidate) => candidate.id === reward.couponId);
  return !coupon || lacking(coupon.trigger, matchFacts(input)) === null;
}

function replaces(winner: CouponMatch, reward: Reward): boolean {
  return !reward.isExtra && reward.couponId !== winner.coupon.id;
}

function demandOfReward(input: DecisionInput, reward: Reward): number {
  const coupon = input.coupons.find((candidate) => candidate.id === reward.couponId);
  return coupon ? demandOf(coupon.trigger) : 0;
}

function leavingReason(input: DecisionInput, reward: Reward): RewardReason {
  return stillSatisfied(input, reward) ? "upgraded" : "no_longer_satisfied";
}
