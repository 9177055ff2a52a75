import type { Application } from "~/platform/application";
import { isDatabaseReachable } from "~/platform/is-database-reachable.server";
import { type BegunSending, beginSending } from "~/rewards/begin-sending.server";
import { claimBatches } from "~/rewards/claim-batches.server";
import { listDue, type RewardKey } from "~/rewards/list-due.server";
import type { BatchHolder } from "~/rewards/mail-batch";
import { postponeReward } from "~/rewards/postpone-reward.server";

/** Promises looked at for each that is taken: other processes have some of them in hand. */
const CHOICE = 3;

/** Takes batches to hand over, for at most so many calls, none of those this process has in hand already. */
export type TakeMails = (calls: number, inHand: string[]) => Promise<BegunSending>;

/** Makes a process's taker, which remembers the shop it served last. */
export function createTaker(app: Application, holder: BatchHolder): TakeMails {
  const { batchSize } = app.mail;
  let afterShop = 0;
  return async (calls, inHand) => {
    // A transport with large batches fills one a call; the next call takes what came in meanwhile.
    const limit = batchSize > 1 ? batchSize : calls;
    const again = await claimBatches(
      app.db,
      { limit: limit / batchSize, holder: holder.id, inHand, transport: app.mail },
      app.now(),
    );
    if (again.length > 0) return { taken: again.length, batches: again };
    const due = await listDue(app.db, { limit: limit * CHOICE, shops: limit, afterShop }, app.now());
    afterShop = due.lastShop;
    return begin(app, { rewards: due.rewards, limit, batchSize, holder });
  };
}

/** A database that is away is nobody's fault: what is due stays due, and the next sweep comes back. */
async function throwIfUnreachable(app: Application, error: unknown): Promise<void> {
  if (!(await isDatabaseReachable(app.db))) throw error;
}

type Beginning = Parameters<typeof beginSending>[1];

/** One promise that always throws must not hold up the others of its batch. */
async function begin(app: Application, input: Beginning): Promise<BegunSending> {
  const { rewards, limit } = input;
  try {
    return await beginSending(app.db, input, app.now());
  } catch (error) {
    await throwIfUnreachable(app, error);
    app.logger.warn({ err: error, rewards: rewards.length }, "a batch of due rewards failed; they are sent one by one");
  }
  const all: BegunSending = { taken: 0, batches: [] };
  for (const reward of rewards.slice(0, limit)) {
    const one = await beginAlone(app, input, reward);
    all.taken += one.taken;
    all.batches.push(...one.batches);
  }
  return all;
}

async function beginAlone(app: Application, input: Beginning, reward: RewardKey): Promise<BegunSending> {
  try {
    return await beginSending(app.db, { ...input, rewards: [reward], limit: 1 }, app.now());
  } catch (error) {
    await throwIfUnreachable(app, error);
    app.logger.error(
      { err: error, shopId: reward.shopId, reward: reward.id },
      "a due reward could not be sent; put off",
    );
    await postponeReward(app.db, reward, app.now());
    return { taken: 0, batches: [] };
  }
}
