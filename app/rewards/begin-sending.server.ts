import { codeKey } from "~/codes/code-key";
import type { Database, Transaction } from "~/platform/database.server";
import type { Message, Reward } from "~/platform/generated/client";
import { reachPoint } from "~/platform/reach-point";
import { writeRows } from "~/platform/write-rows.server";
import { type AssignedPromise, assignCodes } from "./assign-codes.server";
import { changeBudgets } from "./change-budgets.server";
import { checkDue, type DuePromise } from "./check-due";
import { freezeMails } from "./freeze-mails.server";
import type { RewardKey } from "./list-due.server";
import { type BatchHolder, type BatchOfMails, formBatches, leaseBatch } from "./mail-batch";
import { newMessage } from "./new-message";
import { moved } from "./reward-state";
import { takeDuePromises } from "./take-due-promises.server";
import { type MessageKey, takeUnsentMessages } from "./take-unsent-messages.server";

/** What due promises came to. `batches` are leased to the holder, who hands them to the provider. */
export interface BegunSending {
  /** How many promises and mails were still there to take. */
  taken: number;
  batches: BatchOfMails[];
  /** The shop whose mail without a batch was taken last; null where none was. */
  lastUnsentShop: number | null;
}

/**
 * Promises that are due are checked again, each takes its code, its mail is frozen, and it moves to `sending` in a leased
 * batch, together with mails that have no batch yet: all in one transaction. Where the pool is empty the reward waits for
 * codes instead. At most `limit` mails, of which those without a batch are more than `unsentShare` only where promises leave
 * room. Locks are taken in the order that holds everywhere: rewards, coupons, pools.
 */
export async function beginSending(
  db: Database,
  input: {
    rewards: RewardKey[];
    unsent: MessageKey[];
    unsentShare: number;
    limit: number;
    batchSize: number;
    holder: BatchHolder;
  },
  now: Date,
): Promise<BegunSending> {
  const begun = await db.$transaction(async (tx) => {
    const waiting = await takeUnsentMessages(tx, { messages: input.unsent, limit: input.limit });
    const room = input.limit - Math.min(waiting.length, input.unsentShare);
    const due = await takeDuePromises(tx, { rewards: input.rewards, limit: room }, now);
    const unsent = waiting.slice(0, input.limit - due.length);
    const { rewards, messages } = await freezeDue(tx, due, now);
    const batches = formBatches([...unsent, ...messages], { ...input.holder, size: input.batchSize }, now).map(
      (one) => {
        return { ...one, batch: leaseBatch(one.batch, input.holder.id, now) };
      },
    );
    await writeRows(tx, "reward", rewards);
    await writeRows(
      tx,
      "mail_batch",
      batches.map(({ batch }) => batch),
    );
    await writeRows(
      tx,
      "message",
      batches.flatMap(({ messages }) => messages),
    );
    reachPoint("mails-frozen");
    const lastUnsentShop = unsent.at(-1)?.shopId ?? null;
    return { taken: due.length + unsent.length, batches, lastUnsentShop };
  });
  if (begun.batches.length > 0) reachPoint("batch-claimed");
  return begun;
}

/** The rewards in their new states, and the mails of those that go out. */
async function freezeDue(
  tx: Transaction,
  due: DuePromise[],
  now: Date,
): Promise<{ rewards: Reward[]; messages: Message[] }> {
  const sending = await keepThoseToSend(tx, due, now);
  const { assigned, waiting } = await assignCodes(tx, sending);
  if (assigned.length > 0) reachPoint("codes-taken");
  const mails = await freezeMails(
    tx,
    assigned.map((promise) => ({ ...promise, code: codeText(promise) })),
  );
  const messages = assigned.flatMap(({ reward }) => {
    const mail = mails.get(reward.id);
    return mail ? [newMessage(reward, mail, 1, now)] : [];
  });
  const begun = assigned.map((promise) => withCode(promise, mails.has(promise.reward.id), now));
  return { rewards: [...waiting, ...begun], messages };
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
    "staticCode" in code
      ? { staticCode: code.staticCode, codeKey: codeKey(code.staticCode) }
      : { poolId: code.poolId, position: code.position, codeKey: codeKey(code.code) };
  return hasMail
    ? moved(reward, "sending", { ...taken, codeTakenAt: now })
    : moved(reward, "failed", { ...taken, codeTakenAt: now, reason: "template_failed", settledAt: now });
}
