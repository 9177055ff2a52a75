import type { Application } from "~/platform/application";
import { RENEW_EVERY_MS } from "~/rewards/mail-batch";
import { readInbox } from "./read-inbox.job";
import { createSender } from "./send-due.job";
import { sweep, sweepLeftovers } from "./sweep.job";

const SWEEP_EVERY_MS = 1_000;
const SWEEP_LEFTOVERS_EVERY_MS = 60_000;

/**
 * Answers the bells and sweeps until the returned function is called; that stops the sweeps and the sending, and waits for
 * mails under way. The queue is left to its owner.
 */
export async function startWorker(app: Application): Promise<() => Promise<void>> {
  const sender = createSender(app);
  await app.queue.answer("read-inbox", () => readInbox(app));
  await app.queue.answer("send-due", () => sender.sendDue());
  const sweeps = [repeat(app, SWEEP_EVERY_MS, sweep), repeat(app, SWEEP_LEFTOVERS_EVERY_MS, sweepLeftovers)];
  const stopRenewing = repeat(app, RENEW_EVERY_MS, () => sender.keepLeases());
  return async () => {
    await Promise.all(sweeps.map((stop) => stop()));
    await sender.stop();
    await stopRenewing();
  };
}

/** Runs `task` again and again with a pause between; one that throws is logged and comes round again. */
function repeat(app: Application, pauseMs: number, task: (app: Application) => Promise<void>): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout;
  let running: Promise<void>;
  const round = () => {
    running = task(app)
      .catch((error: unknown) => app.logger.error({ err: error }, "a sweep failed"))
      .then(() => {
        if (!stopped) timer = setTimeout(round, pauseMs);
      });
  };
  round();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
