import { readFileSync } from "node:fs";
import path from "node:path";
import { testSettings } from "../../tests/support/test-env";
import type { BenchContext, BenchRow, Figures, Measured } from "../bench-row";
import { quantile } from "../figures";
import { startMailDouble } from "../support/mail-double";
import { orderOf } from "../support/order-request";
import { seedShops } from "../support/seed-shops";
import { shopsInWords } from "../support/shops-in-words";
import { startLoad } from "../support/start-load";
import { type StartPipeline, startOurs, startPlain, stopPipeline } from "./pipeline/start-pipeline";

type Figure = "p50 ms" | "p99 ms" | "worst ms";
const PLAIN = "plain SQL";

const RATE = 200;
const SECONDS = 20;
const WARM_UP_SECONDS = 5;

/** How long a shopper's mail takes, from the webhook on. */
export const latency: BenchRow<Figure, typeof PLAIN> = {
  name: "latency",
  measures:
    `From the moment an orders/paid webhook was to be sent to the moment the mail double has its mail: ${RATE} a second for ` +
    `${SECONDS} s at fixed times, one web process and two workers, no hold, no delay. One round each, after ${WARM_UP_SECONDS} s ` +
    `of warm-up. "${PLAIN}": bare node:http with batched inserts and two plain workers that look every 10 ms.`,
  compared: "p99 ms",
  floor: goal({ p50: 1_000, p99: 5_000 }),
  aim: goal({ p50: 100, p99: 1_000 }),
  run: async (context) => [await measure(context, 1), await measure(context, 1_000)],
};

function goal({ p50, p99 }: { p50: number; p99: number }) {
  return {
    words: `p50 ≤ ${p50.toLocaleString("en")} ms, p99 ≤ ${p99.toLocaleString("en")} ms, every mail there`,
    isMet: ({ ours }: Measured<Figure>) => ours["p50 ms"] <= p50 && ours["p99 ms"] <= p99,
  };
}

async function measure(context: BenchContext, shops: number): Promise<Measured<Figure, typeof PLAIN>> {
  const references = { [PLAIN]: await underLoad(context, shops, startPlain) };
  return { variant: shopsInWords(shops), ours: await underLoad(context, shops, startOurs), references };
}

async function underLoad(context: BenchContext, shops: number, start: StartPipeline): Promise<Figures<Figure>> {
  const database = await context.freshDatabase();
  const codesEach = Math.ceil((2 * RATE * (SECONDS + WARM_UP_SECONDS)) / shops);
  const { domains } = await seedShops(database.db, { shops, codesEach });
  const double = await startMailDouble(context.folder);
  const pipeline = await start(database, double);
  const timesFile = path.join(context.folder, "times");
  const order = { port: pipeline.port, secret: testSettings.SHOPIFY_API_SECRET, shops: domains, connections: 200 };
  const count = RATE * (SECONDS + WARM_UP_SECONDS);
  const { errors, firstError } = await startLoad({ ...order, first: 1, count, rate: RATE, timesFile }).result;
  if (errors > 0) throw new Error(`${errors} webhooks were not accepted (${firstError})`);
  const mails = await double.untilMails(count);
  const times = new Float64Array(new Uint8Array(readFileSync(timesFile)).buffer);
  const delays = mails.flatMap(({ to, at }) => {
    const place = (orderOf(to) ?? 0) - 1;
    return place >= RATE * WARM_UP_SECONDS ? [at - (times[place] ?? Number.NaN)] : [];
  });
  await stopPipeline(pipeline);
  await double.stop();
  await database.close();
  const figures = {
    "p50 ms": quantile(delays, 0.5),
    "p99 ms": quantile(delays, 0.99),
    "worst ms": quantile(delays, 1),
  };
  context.say(`${shopsInWords(shops)}: ${JSON.stringify(figures)}`);
  return figures;
}
