import { setTimeout as pause } from "node:timers/promises";
import { testSettings } from "../../../tests/support/test-env";
import type { MailDouble } from "../../support/mail-double";
import { startLoad } from "../../support/start-load";

const WARM_UP_MS = 4_000;
const AHEAD = 5_000;
const LOOK_EVERY_MS = 50;
const CONNECTIONS = 50;

/** Pumps orders in for `seconds` after a warm-up, at most 5,000 ahead of the mails; returns mails a second by the double's clock. */
export async function pumpOrders(
  { port, shops, seconds }: { port: number; shops: string[]; seconds: number },
  double: MailDouble,
): Promise<number> {
  const order = { port, secret: testSettings.SHOPIFY_API_SECRET, shops, connections: CONNECTIONS, rate: null };
  const load = startLoad({ ...order, first: 1, count: 10_000_000 });
  const from = Date.now() + WARM_UP_MS;
  const until = from + seconds * 1000;
  while (Date.now() < until) {
    load.allow(double.read().length + AHEAD);
    await pause(LOOK_EVERY_MS);
  }
  load.result.catch(() => {});
  await load.stop();
  return double.read().filter(({ at }) => at >= from && at < until).length / seconds;
}
