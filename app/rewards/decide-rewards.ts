import { demandOf, lacking } from "~/coupons/demand";
import { disqualified, publicationPending, tooLate } from "~/coupons/judge-engagement";
import { type CouponDecision, type CouponMatch, matchCoupons } from "~/coupons/match-coupons";
import type { Reason } from "~/coupons/reason";
import type { Coupon, DecisionOutcome, Reward } from "~/platform/generated/client";
import { type DecisionInput, matchFacts } from "./decision-input";
import { dueTime } from "./due-time";
import { explained, noneReason, toDecision } from "./explain-decision";
import type { RewardReason } from "./reward-reason";
import { isGiven, isOpen } from "./reward-state";

/** What was decided: the words for the record, and what changes. */
export interface DecidedRewards {
  outcome: DecisionOutcome;
  reason: Reason;
  coupons: CouponDecision[];
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
  const bar = disqualified(engagement, rules, blocked, now);
  const matches = matchAll(input);
  const decisions = matches.map(toDecision);
  if (bar) {
    const end = open.map((reward) => ({ reward, reason: endingReason(bar) }));
    return {
      outcome: "not_rewarded",
      reason: given.length ? "already_rewarded" : bar,
      coupons: decisions,
      end,
      keep: [],
      promise: [],
    };
  }
  const late = tooLate(engagement, rules, now);
  const base = [...open, ...given].find((reward) => !reward.isExtra);
  const winner = late ? null : choose(input, matches, base);
  return assemble(input, matches, { open, given, base, winner, late });
}

interface Situation {
  open: Reward[];
  given: Reward[];
  base: Reward | undefined;
  winner: CouponMatch | null;
  late: Reason | null;
}

function assemble(
  input: DecisionInput,
  matches: CouponMatch[],
  { open, given, base, winner, late }: Situation,
): DecidedRewards {
  const stays = open.filter((reward) => stillSatisfied(input, reward) && !(winner && replaces(winner, reward)));
  const end = open
    .filter((reward) => !stays.includes(reward))
    .map((reward) => ({ reward, reason: leavingReason(input, reward) }));
  const extra = winner !== null && base !== undefined && isGiven(base.state);
  const promise = winner ? [{ coupon: winner.coupon, sendAt: dueTime(input, winner.coupon), isExtra: extra }] : [];
  const keep = stays.flatMap((reward) => {
    const coupon = input.coupons.find((candidate) => candidate.id === reward.couponId);
    const awaits = publicationPending(input.engagement, input.rules);
    if (awaits === (reward.state === "awaiting_publication")) return [];
    return [{ reward, sendAt: awaits || !coupon ? null : dueTime(input, coupon) }];
  });
  const standing = stays.length + promise.length > 0;
  const awaiting = standing && publicationPending(input.engagement, input.rules);
  return {
    outcome: awaiting ? "waiting" : standing || given.length > 0 ? "promised" : "not_rewarded",
    reason: awaiting
      ? "awaiting_publication"
      : standing
        ? "promised"
        : given.length > 0
          ? "already_rewarded"
          : (late ?? noneReason(matches)),
    coupons: matches.map((match) => toDecision(explained(match, winner, [...stays, ...given]))),
    end,
    keep,
    promise,
  };
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

function endingReason(bar: Reason): RewardReason {
  return bar === "rejected" || bar === "blocked" || bar === "not_verified" ? bar : "withdrawn";
}
