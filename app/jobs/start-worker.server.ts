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
  const sweeps = [
    repeat(app, { name: "sweep", everyMs: SWEEP_EVERY_MS, run: sweep }),
    repeat(app, { name: "sweep of leftovers", everyMs: SWEEP_LEFTOVERS_EVERY_MS, run: sweepLeftovers }),
  ];
  const stopRenewing = repeat(app, { name: "lease renewal", everyMs: RENEW_EVERY_MS, run: () => sender.keepLeases() });
  return async () => {
    await Promise.all(sweeps.map((stop) => stop()));
    await sender.stop();
    await stopRenewing();
  };
}

interface Task {
  name: string;
  everyMs: number;
  run: (app: Application) => Promise<void>;
}

/** Runs a task again and again with a pause between; one that throws is logged and comes round again. */
function repeat(app: Application, { name, everyMs, run }: Task): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout;
  let running: Promise<void>;
  const round = () => {
    running = run(app)
      .catch((error: unknown) => app.logger.error({ err: error }, `${name} failed; it comes round again`))
      .then(() => {
        if (!stopped) timer = setTimeout(round, everyMs);
      });
  };
  round();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
