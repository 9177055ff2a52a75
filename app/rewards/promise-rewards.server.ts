import { isDeepStrictEqual } from "node:util";
import { freeSlot } from "~/coupons/match-coupons";
import type { Transaction } from "~/platform/database.server";
import type { Engagement, EngagementDecision, Prisma, Reward, Shop } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { writeRows } from "~/platform/write-rows.server";
import { changeBudgets } from "./change-budgets.server";
import { type DecidedRewards, decideRewards } from "./decide-rewards";
import { type DecisionContext, loadDecisions } from "./load-decisions.server";
import { newReward } from "./new-reward";
import { moved } from "./reward-state";

/** What a batch of decisions writes. */
interface Changes {
  ended: Reward[];
  kept: Reward[];
  promised: Reward[];
  decisions: EngagementDecision[];
}

/**
 * Decides what each engagement earns now and writes the promises, with slot and budget, and the decision with its
 * reasons. Runs in the transaction that recorded the engagements, which holds the shops' row locks.
 * Returns the earliest time a new or moved promise is due, or null.
 */
export async function promiseRewards(
  tx: Transaction,
  input: { shops: Shop[]; engagementIds: string[] },
  now: Date,
): Promise<Date | null> {
  if (input.engagementIds.length === 0) return null;
  const context = await loadDecisions(tx, input.shops, input.engagementIds);
  const changes: Changes = { ended: [], kept: [], promised: [], decisions: [] };
  const inOrder = context.engagements.toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
  for (const engagement of inOrder) decideOne(context, engagement, changes, now);
  // What ends gives back its place before anything new takes one.
  await writeRows(tx, "reward", changes.ended);
  await writeRows(tx, "reward", [...changes.kept, ...changes.promised]);
  await changeBudgets(tx, [...changes.promised.map(taking), ...changes.ended.map(returning)]);
  await writeRows(tx, "engagement_decision", changes.decisions);
  return earliest([...changes.kept, ...changes.promised]);
}

function decideOne(context: DecisionContext, engagement: Engagement, changes: Changes, now: Date): void {
  const input = context.inputFor(engagement, now);
  const decided = decideRewards(input);
  for (const { reward, reason } of decided.end) {
    changes.ended.push(moved(reward, "ended", { reason, settledAt: now }));
    const coupon = input.coupons.find((candidate) => candidate.id === reward.couponId);
    if (!coupon) continue;
    const use = context.use(coupon, reward.shopperId);
    use.slots = use.slots.filter((slot) => slot !== reward.slot);
    use.budgetUsed -= 1;
  }
  for (const { reward, changes: said } of decided.keep) {
    changes.kept.push(said.state === reward.state ? { ...reward, ...said } : moved(reward, said.state, said));
  }
  for (const { coupon, sendAt, isExtra } of decided.promise) {
    const { shopperId, recipientId } = engagement;
    const use = context.use(coupon, shopperId);
    const slot = freeSlot(coupon, use);
    if (!shopperId || !recipientId || slot === null) throw new Error("decided to reward nobody, or beyond the limit");
    use.slots.push(slot);
    use.budgetUsed += 1;
    changes.promised.push(
      newReward({ ...engagement, shopperId, recipientId }, coupon, { id: newId(), slot, sendAt, isExtra }, now),
    );
  }
  const decision = decisionRow(engagement, decided, now);
  if (!sameDecision(context.lastDecision(engagement), decision)) changes.decisions.push(decision);
}

function decisionRow(engagement: Engagement, decided: DecidedRewards, now: Date): EngagementDecision {
  return {
    shopId: engagement.shopId,
    id: newId(),
    engagementId: engagement.id,
    decidedAt: now,
    outcome: decided.outcome,
    reason: decided.reason,
    coupons: decided.coupons as unknown as Prisma.JsonArray,
  };
}

function sameDecision(last: EngagementDecision | undefined, next: EngagementDecision): boolean {
  return last?.outcome === next.outcome && last.reason === next.reason && isDeepStrictEqual(last.coupons, next.coupons);
}

const taking = ({ shopId, couponId }: Reward) => ({ shopId, couponId, by: 1 });
const returning = ({ shopId, couponId }: Reward) => ({ shopId, couponId, by: -1 });

function earliest(rewards: Reward[]): Date | null {
  const times = rewards.flatMap((reward) => (reward.sendAt ? [reward.sendAt.getTime()] : []));
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}
