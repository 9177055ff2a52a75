import { demandOf, lacking } from "~/coupons/demand";
import { disqualified, noNewPromise, publicationPending } from "~/coupons/judge-engagement";
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
  /** Promises that stay, with a new time; null: awaiting publication. */
  keep: { reward: Reward; sendAt: Date | null }[];
  promise: { coupon: Coupon; sendAt: Date | null; isExtra: boolean }[];
}

/**
 * Decides what one engagement earns now, given what it earned before. Pure: run again on the same state it changes
 * nothing. At most one reward that is no extra stands afterwards, and a reward with a code taken is never touched.
 */
export function decideRewards(input: DecisionInput): DecidedRewards {
  const { engagement, rules, blocked, now, rewards } = input;
  const open = rewards.filter((reward) => isOpen(reward.state));
  const given = rewards.filter((reward) => isGiven(reward.state));
  const matches = matchAll(input);
  const bar = disqualified(engagement, rules, blocked, now);
  if (bar) {
    const end = open.map((reward) => ({ reward, reason: bar }));
    return {
      ...explainDecision(input, matches, { standing: given, winner: null, obstacle: bar }),
      end,
      keep: [],
      promise: [],
    };
  }
  const obstacle = noNewPromise(engagement, rules, now);
  const base = [...open, ...given].find((reward) => !reward.isExtra);
  const winner = obstacle ? null : choose(input, matches, base);
  const stays = open.filter((reward) => stillSatisfied(input, reward) && !(winner && replaces(winner, reward)));
  const leaves = open.filter((reward) => !stays.includes(reward));
  const isExtra = base !== undefined && isGiven(base.state);
  return {
    ...explainDecision(input, matches, { standing: [...stays, ...given], winner, obstacle }),
    end: leaves.map((reward) => ({ reward, reason: leavingReason(input, reward) })),
    keep: stays.flatMap((reward) => retimed(input, reward)),
    promise: winner ? [{ coupon: winner.coupon, sendAt: dueTime(input, winner.coupon), isExtra }] : [],
  };
}

/** A promise that stays changes its time only when publication is pending anew, or is pending no more. */
function retimed(input: DecisionInput, reward: Reward): DecidedRewards["keep"] {
  const awaits = publicationPending(input.engagement, input.rules);
  if (awaits === (reward.state === "awaiting_publication")) return [];
  const coupon = input.coupons.find((candidate) => candidate.id === reward.couponId);
  return [{ reward, sendAt: awaits || !coupon ? null : dueTime(input, coupon) }];
}

/** The coupon that gets a new promise: the first that matches and beats what the engagement has already. */
function choose(input: DecisionInput, matches: CouponMatch[], base: Reward | undefined): CouponMatch | null {
  const taken = new Set(input.rewards.map((reward) => reward.couponId));
  const baseCoupon = base && input.coupons.find((coupon) => coupon.id === base.couponId);
  const baseHolds = base && (isGiven(base.state) || stillSatisfied(input, base));
  const floor = baseHolds ? (baseCoupon ? demandOf(baseCoupon.trigger) : 0) : -1;
  const highestGiven = Math.max(
    floor,
    ...input.rewards.filter((reward) => reward.isExtra).map((reward) => demandOfReward(input, reward)),
  );
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
