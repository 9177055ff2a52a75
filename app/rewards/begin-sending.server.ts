import { addMilliseconds } from "date-fns";
import { type TakenCode, takeCodes } from "~/codes/take-codes.server";
import type { Database, Transaction } from "~/platform/database.server";
import type { Coupon, Message, Reward } from "~/platform/generated/client";
import { writeRows } from "~/platform/write-rows.server";
import { changeBudgets } from "./change-budgets.server";
import { checkDue, type DuePromise } from "./check-due";
import { LEASE_MS } from "./claim-messages.server";
import { freezeMails } from "./freeze-mails.server";
import type { RewardKey } from "./list-due.server";
import { newMessage } from "./new-message";
import { takeDuePromises } from "./take-due-promises.server";

/** What a batch of due promises came to. `messages` are leased to the caller, who hands them to the provider. */
export interface BegunSending {
  /** How many of the rewards were still due and free to take. */
  taken: number;
  messages: Message[];
}

type Assigned = DuePromise & { code: TakenCode | { staticCode: string } };

/**
 * Step 5 of the walk, in one transaction: promises that are due are checked again, each takes its code, its mail is
 * frozen, and it moves to `sending` with a lease. Where the pool is empty the reward waits for codes instead.
 */
export async function beginSending(
  db: Database,
  input: { rewards: RewardKey[]; transport: string },
  now: Date,
): Promise<BegunSending> {
  return db.$transaction(async (tx) => {
    const due = await takeDuePromises(tx, input.rewards, now);
    const verdicts = due.map((promise) => ({ promise, verdict: checkDue(promise, now) }));
    const settled: Reward[] = [];
    for (const { promise, verdict } of verdicts) {
      if (verdict.outcome === "end")
        settled.push({ ...promise.reward, state: "ended", reason: verdict.reason, settledAt: now });
      if (verdict.outcome === "await_publication")
        settled.push({ ...promise.reward, state: "awaiting_publication", sendAt: null });
    }
    const sending = verdicts.filter(({ verdict }) => verdict.outcome === "send").map(({ promise }) => promise);
    // Locks are taken as everywhere: rewards, coupons, pools.
    await writeRows(tx, "reward", settled);
    await changeBudgets(
      tx,
      settled.filter(({ state }) => state === "ended").map(({ shopId, couponId }) => ({ shopId, couponId, by: -1 })),
    );
    const { assigned, waiting } = await assignCodes(tx, sending);
    const mails = await freezeMails(
      tx,
      assigned.map((one) => ({ ...one, code: codeText(one) })),
    );
    const begun = assigned.map((one) => withCode(one, mails.has(one.reward.id), now));
    const messages = assigned.flatMap(({ reward }) => {
      const mail = mails.get(reward.id);
      return mail ? [leased(newMessage(reward, mail, 1, now), input.transport, now)] : [];
    });
    await writeRows(tx, "reward", [...waiting, ...begun]);
    await writeRows(tx, "message", messages);
    return { taken: due.length, messages };
  });
}

/** Gives each promise its code, coupon by coupon, the oldest promise first; what a pool cannot serve waits. */
async function assignCodes(
  tx: Transaction,
  promises: DuePromise[],
): Promise<{ assigned: Assigned[]; waiting: Reward[] }> {
  const coupons = await tx.coupon.findMany({
    where: {
      shopId: { in: promises.map(({ shop }) => shop.id) },
      id: { in: promises.map(({ reward }) => reward.couponId) },
    },
    // Every taker advances pools in the same order, so that two batches cannot wait for each other.
    orderBy: [{ shopId: "asc" }, { id: "asc" }],
  });
  const assigned: Assigned[] = [];
  const waiting: Reward[] = [];
  for (const coupon of coupons) {
    const own = promises.filter(({ reward }) => reward.couponId === coupon.id && reward.shopId === coupon.shopId);
    const codes = await codesFor(tx, coupon, own);
    own.forEach((promise, index) => {
      const code = codes[index];
      if (code) assigned.push({ ...promise, code });
      else waiting.push({ ...promise.reward, state: "waiting_for_code" });
    });
  }
  return { assigned, waiting };
}

async function codesFor(tx: Transaction, coupon: Coupon, promises: DuePromise[]): Promise<Assigned["code"][]> {
  const { staticCode } = coupon;
  if (coupon.codeType === "static") return staticCode ? promises.map(() => ({ staticCode })) : [];
  return takeCodes(tx, { shopId: coupon.shopId, couponId: coupon.id, count: promises.length });
}

function leased(message: Message, transport: string, now: Date): Message {
  const leaseUntil = addMilliseconds(now, LEASE_MS);
  return { ...message, transport, leaseUntil, nextTryAt: leaseUntil, attempts: 1, firstTriedAt: now };
}

function codeText({ code }: Assigned): string {
  return "staticCode" in code ? code.staticCode : code.code;
}

/** A mail that cannot be written from the shop's own template does not go out; the code is the shopper's all the same. */
function withCode({ reward, code }: Assigned, hasMail: boolean, now: Date): Reward {
  const taken: Reward =
    "staticCode" in code
      ? { ...reward, codeTakenAt: now, staticCode: code.staticCode }
      : { ...reward, codeTakenAt: now, poolId: code.poolId, position: code.position };
  return hasMail
    ? { ...taken, state: "sending" }
    : { ...taken, state: "failed", reason: "template_failed", settledAt: now };
}
