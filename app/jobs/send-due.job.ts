import type { Application } from "~/platform/application";
import type { MailBatch } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { letOthersIn } from "~/platform/let-others-in";
import { awaitTurn } from "~/platform/mail/await-turn.server";
import { isCallNear } from "~/platform/mail/reserve-call.server";
import { runAll } from "~/platform/run-all";
import { giveBack } from "~/rewards/give-back.server";
import type { BatchOfMails } from "~/rewards/mail-batch";
import { releaseWaiting } from "~/rewards/release-waiting.server";
import { renewLeases } from "~/rewards/renew-leases.server";
import { handOver } from "./hand-over";
import { createTaker } from "./take-mails";

/** Calls to the mail provider under way at a time, in one process. */
const LANES = 5;

/** Sends what is due, and remembers which calls are under way. */
export interface Sender {
  /** Answers "send-due". Resolves when nothing more can be begun now; calls may still be under way. */
  sendDue(): Promise<void>;
  /** Says that this process is alive, so that what it has in hand stays there. */
  keepLeases(): Promise<void>;
  /** Resolves when no call is under way. */
  settled(): Promise<void>;
  /** Begins nothing more, gives back what it took and has not begun, and waits for what is under way. */
  stop(): Promise<void>;
}

/** Makes the sender of a process. Calls outlive the bell they were begun for, so a slow one holds up no later mail. */
export function createSender(app: Application): Sender {
  const holder = { id: newId(), transport: app.mail.name, senderAddress: app.env.MAIL_FROM };
  const takeMails = createTaker(app, holder, LANES);
  const underWay = new Map<string, { batch: MailBatch; call: Promise<void> }>();
  const rounds = new Set<Promise<void>>();
  let stopped = false;

  function begin(one: BatchOfMails): void {
    const { batch } = one;
    const call = handOver(app, one)
      .catch((error: unknown) => app.logger.error({ err: error, batch: batch.id }, "a batch was left in hand"))
      .finally(() => underWay.delete(batch.id));
    underWay.set(batch.id, { batch, call });
  }

  const calls = () => [...underWay.values()].map(({ call }) => call);
  const inHand = () => [...underWay.values()].map(({ batch }) => batch);
  const untilLaneIsFree = async () => {
    while (underWay.size >= LANES) await Promise.race(calls());
  };

  /** Whether there was anything to send. At most one call's mails wait for their turn, so they are taken as late as can be. */
  async function sendNext(): Promise<boolean> {
    await untilLaneIsFree();
    if (stopped || !(await isCallNear(app.db, app.mail, app.now()))) return false;
    const { taken, batches } = await takeMails(LANES - underWay.size, inHand());
    for (const one of batches) {
      await untilLaneIsFree();
      const mayCall = await awaitTurn(app);
      if (mayCall && !stopped) begin(one);
      else await giveBack(app.db, one.batch, app.now());
    }
    return taken > 0;
  }

  async function sendWhatIsDue(): Promise<void> {
    while (await sendNext()) await letOthersIn();
  }

  async function sendAll(): Promise<void> {
    // What goes wrong with rewards that waited for codes must keep no other mail.
    await runAll([() => releaseWaiting(app.db), sendWhatIsDue]);
  }

  const settled = async () => {
    await Promise.all(calls());
  };
  return {
    sendDue: () => {
      const round = sendAll().finally(() => rounds.delete(round));
      rounds.add(round);
      return round;
    },
    keepLeases: () => renewLeases(app.db, { holder: holder.id, batchIds: [...underWay.keys()] }, app.now()),
    settled,
    stop: async () => {
      stopped = true;
      await Promise.allSettled(rounds);
      await settled();
    },
  };
}
