import { setTimeout as pause } from "node:timers/promises";
import { testSettings } from "../../../tests/support/test-env";
import type { MailDouble } from "../../support/mail-double";
import { startLoad } from "../../support/start-load";

const WARM_UP_MS = 4_000;
const AHEAD = 5_000;
const LOOK_EVERY_MS = 50;
const CONNECTIONS = 50;

/** What pumping gave. `cpuMs`: what `cpu` counted in the measured time, for each mail. */
export interface Pumped {
  mailsPerSecond: number;
  cpuMs: number;
}

/**
 * Pumps orders in for `seconds` after a warm-up, at most 5,000 ahead of the mails, and counts mails by the double's clock.
 * `cpu` says how many milliseconds of processor time were used so far.
 */
export async function pumpOrders(
  { port, shops, seconds }: { port: number; shops: string[]; seconds: number },
  double: MailDouble,
  cpu: () => Promise<number> = async () => Number.NaN,
): Promise<Pumped> {
  const order = { port, secret: testSettings.SHOPIFY_API_SECRET, shops, connections: CONNECTIONS, rate: null };
  const load = startLoad({ ...order, first: 1, count: 10_000_000 });
  const keepAhead = async (until: number) => {
    while (Date.now() < until) {
      load.allow(double.read().length + AHEAD);
      await pause(LOOK_EVERY_MS);
    }
  };
  await keepAhead(Date.now() + WARM_UP_MS);
  const [from, usedBefore] = [Date.now(), await cpu()];
  await keepAhead(from + seconds * 1000);
  const [until, usedAfter] = [Date.now(), await cpu()];
  load.result.catch(() => {});
  await load.stop();
  const mails = double.read().filter(({ at }) => at >= from && at < until).length;
  return { mailsPerSecond: (mails * 1000) / (until - from), cpuMs: (usedAfter - usedBefore) / mails };
}
