import type { Application } from "~/platform/application";
import type { MailBatch } from "~/platform/generated/client";
import { isDatabaseReachable } from "~/platform/is-database-reachable.server";
import { type BegunSending, beginSending } from "~/rewards/begin-sending.server";
import { claimBatches } from "~/rewards/claim-batches.server";
import { listDue, type RewardKey } from "~/rewards/list-due.server";
import { listUnsentMessages } from "~/rewards/list-unsent-messages.server";
import type { BatchHolder, BatchOfMails } from "~/rewards/mail-batch";
import { postponeReward } from "~/rewards/postpone-reward.server";
import { UnwrittenMails } from "~/rewards/unwritten-mails";
import { createHalving, shareOfTries } from "./share-calls";

/** Promises and mails looked at for each that is taken: other processes have some of them in hand. */
const CHOICE = 3;

/** What was there to take, and the batches of it to hand over. */
export interface TakenMails {
  taken: number;
  batches: BatchOfMails[];
}

const NOTHING: TakenMails = { taken: 0, batches: [] };

/** Takes batches to hand over, for at most so many calls, none of those this process has in hand already. */
export type TakeMails = (calls: number, inHand: MailBatch[]) => Promise<TakenMails>;

/**
 * Makes a process's taker. Tries and new mails have half of the calls each while there are both, and so have, of the new
 * mails, those without a batch and promises; what one half leaves over goes to the other. It remembers whose turn is next.
 */
export function createTaker(app: Application, holder: BatchHolder, lanes: number): TakeMails {
  const { batchSize } = app.mail;
  const halve = createHalving();
  const takeTries = createTriesTaker(app, holder);
  const takeNew = createNewTaker(app, holder);
  return async (free, inHand) => {
    // A transport with large batches fills one a call; the next call takes what came in meanwhile.
    const calls = batchSize > 1 ? 1 : free;
    const underWay = inHand.filter(({ attempts }) => attempts > 1).length;
    const share = shareOfTries({ half: halve(calls), lanes, underWay });
    const tries = await takeTries(share, inHand);
    const room = calls - tries.batches.length;
    const begun = await takeNew(room);
    const left = Math.floor(room - begun.taken / batchSize);
    const more = tries.taken < share ? NOTHING : await takeTries(left, inHand);
    return {
      taken: tries.taken + begun.taken + more.taken,
      batches: [...tries.batches, ...begun.batches, ...more.batches],
    };
  };
}

/** Takes what is to be tried again. */
function createTriesTaker(app: Application, holder: BatchHolder) {
  let afterShop = 0;
  return async (limit: number, inHand: MailBatch[]): Promise<TakenMails> => {
    if (limit <= 0) return NOTHING;
    const claim = { limit, afterShop, holder: holder.id, inHand: inHand.map(({ id }) => id), transport: app.mail };
    const claimed = await claimBatches(app.db, claim, app.now());
    afterShop = claimed.lastShop;
    return claimed;
  };
}

/** Takes what is handed over for the first time, for at most so many calls. */
function createNewTaker(app: Application, holder: BatchHolder): (calls: number) => Promise<TakenMails> {
  const { batchSize } = app.mail;
  const halve = createHalving();
  const after = { due: 0, unsent: 0 };
  return async (calls) => {
    if (calls <= 0) return NOTHING;
    const limit = calls * batchSize;
    const unsent = await listUnsentMessages(app.db, { limit: limit * CHOICE, afterShop: after.unsent });
    const unsentShare = unsent.length > 0 ? halve(limit) : 0;
    const room = limit - Math.min(unsent.length, unsentShare);
    // No more shops than there is room for have their turn, or the others would be passed over.
    const shops = Math.max(1, room);
    const due = await listDue(app.db, { limit: limit * CHOICE, shops, afterShop: after.due }, app.now());
    if (room > 0) after.due = due.lastShop;
    const begun = await begin(app, { rewards: due.rewards, unsent, unsentShare, limit, batchSize, holder });
    after.unsent = begun.lastUnsentShop ?? after.unsent;
    return begun;
  };
}

/** A database that is away is nobody's fault: what is due stays due, and the next sweep comes back. */
async function throwIfUnreachable(app: Application, error: unknown): Promise<void> {
  if (!(await isDatabaseReachable(app.db))) throw error;
}

type Beginning = Parameters<typeof beginSending>[1];

/** One promise that always throws must not hold up the others of its batch, nor the mails taken with them. */
async function begin(app: Application, input: Beginning): Promise<BegunSending> {
  const { rewards, limit } = input;
  try {
    return await beginSending(app.db, input, app.now());
  } catch (error) {
    await throwIfUnreachable(app, error);
    if (error instanceof UnwrittenMails) return beginOthers(app, input, error);
    app.logger.warn({ err: error, rewards: rewards.length }, "a batch of due rewards failed; they are sent one by one");
  }
  const all = await beginUnsent(app, input);
  for (const reward of rewards.slice(0, limit - all.taken)) {
    const one = await beginAlone(app, input, reward);
    all.taken += one.taken;
    all.batches.push(...one.batches);
  }
  return all;
}

/** Rewards whose mails cannot be written do not keep the others from going out in one batch. */
async function beginOthers(app: Application, input: Beginning, unwritten: UnwrittenMails): Promise<BegunSending> {
  for (const reward of unwritten.rewards) await putOff(app, reward, unwritten.cause);
  const ids = new Set(unwritten.rewards.map(({ id }) => id));
  return begin(app, { ...input, rewards: input.rewards.filter(({ id }) => !ids.has(id)) });
}

async function beginUnsent(app: Application, input: Beginning): Promise<BegunSending> {
  try {
    return await beginSending(app.db, { ...input, rewards: [], limit: input.unsentShare }, app.now());
  } catch (error) {
    await throwIfUnreachable(app, error);
    app.logger.error({ err: error, mails: input.unsent.length }, "mails without a batch could not be taken");
    return { ...NOTHING, batches: [], lastUnsentShop: null };
  }
}

async function beginAlone(app: Application, input: Beginning, reward: RewardKey): Promise<BegunSending> {
  try {
    return await beginSending(app.db, { ...input, rewards: [reward], unsent: [], limit: 1 }, app.now());
  } catch (error) {
    await throwIfUnreachable(app, error);
    await putOff(app, reward, error);
    return { ...NOTHING, batches: [], lastUnsentShop: null };
  }
}

async function putOff(app: Application, reward: RewardKey, error: unknown): Promise<void> {
  const { shopId, id } = reward;
  app.logger.error({ err: error, shopId, reward: id }, "a due reward could not be sent; put off");
  await postponeReward(app.db, reward, app.now());
}
