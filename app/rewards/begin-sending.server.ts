import type { Database, Transaction } from "~/platform/database.server";
import type { Message, Reward } from "~/platform/generated/client";
import { writeRows } from "~/platform/write-rows.server";
import { type AssignedPromise, assignCodes } from "./assign-codes.server";
import { changeBudgets } from "./change-budgets.server";
import { checkDue, type DuePromise } from "./check-due";
import { freezeMails } from "./freeze-mails.server";
import { leaseMessage } from "./lease-message";
import type { RewardKey } from "./list-due.server";
import { newMessage } from "./new-message";
import { moved } from "./reward-state";
import { takeDuePromises } from "./take-due-promises.server";

/** What a batch of due promises came to. `messages` are leased to the caller, who hands them to the provider. */
export interface BegunSending {
  /** How many of the rewards were still due and free to take. */
  taken: number;
  messages: Message[];
}

/**
 * Promises that are due are checked again, each takes its code, its mail is frozen, and it moves to `sending` with a
 * lease: all in one transaction. Where the pool is empty the reward waits for codes instead.
 * Locks are taken in the order that holds everywhere: rewards, coupons, pools.
 */
export async function beginSending(
  db: Database,
  input: { rewards: RewardKey[]; transport: string },
  now: Date,
): Promise<BegunSending> {
  return db.$transaction(async (tx) => {
    const due = await takeDuePromises(tx, input.rewards, now);
    const sending = await keepThoseToSend(tx, due, now);
    const { assigned, waiting } = await assignCodes(tx, sending);
    const mails = await freezeMails(
      tx,
      assigned.map((promise) => ({ ...promise, code: codeText(promise) })),
    );
    const begun = assigned.map((promise) => withCode(promise, mails.has(promise.reward.id), now));
    const messages = assigned.flatMap(({ reward }) => {
      const mail = mails.get(reward.id);
      return mail ? [leaseMessage(newMessage(reward, mail, 1, now), input.transport, now)] : [];
    });
    await writeRows(tx, "reward", [...waiting, ...begun]);
    await writeRows(tx, "message", messages);
    return { taken: due.length, messages };
  });
}

/** Ends or puts back the promises that may not go out any more; returns the others. */
async function keepThoseToSend(tx: Transaction, due: DuePromise[], now: Date): Promise<DuePromise[]> {
  const ended: Reward[] = [];
  const putBack: Reward[] = [];
  const kept: DuePromise[] = [];
  for (const promise of due) {
    const verdict = checkDue(promise, now);
    if (verdict.outcome === "send") kept.push(promise);
    if (verdict.outcome === "await_publication")
      putBack.push(moved(promise.reward, "awaiting_publication", { sendAt: null }));
    if (verdict.outcome === "hold") putBack.push({ ...promise.reward, sendAt: verdict.until });
    if (verdict.outcome === "end")
      ended.push(moved(promise.reward, "ended", { reason: verdict.reason, settledAt: now }));
  }
  await writeRows(tx, "reward", [...ended, ...putBack]);
  await changeBudgets(
    tx,
    ended.map(({ shopId, couponId }) => ({ shopId, couponId, by: -1 })),
  );
  return kept;
}

function codeText({ code }: AssignedPromise): string {
  return "staticCode" in code ? code.staticCode : code.code;
}

/** A mail that cannot be written from the shop's own template does not go out; the code is the shopper's all the same. */
function withCode({ reward, code }: AssignedPromise, hasMail: boolean, now: Date): Reward {
  const taken =
    "staticCode" in code ? { staticCode: code.staticCode } : { poolId: code.poolId, position: code.position };
  return hasMail
    ? moved(reward, "sending", { ...taken, codeTakenAt: now })
    : moved(reward, "failed", { ...taken, codeTakenAt: now, reason: "template_failed", settledAt: now });
}
