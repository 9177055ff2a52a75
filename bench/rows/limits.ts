import { readFileSync } from "node:fs";
import path from "node:path";
import { readInbox } from "~/jobs/read-inbox.job";
import { testApplication } from "../../tests/support/application";
import { testSettings } from "../../tests/support/test-env";
import type { BenchContext, BenchDatabase, BenchRow, Figures } from "../bench-row";
import { startLaurel } from "../support/laurel-process";
import { startMailDouble } from "../support/mail-double";
import { orderBody, orderOf } from "../support/order-request";
import { seedShops } from "../support/seed-shops";
import { startLoad } from "../support/start-load";
import { stopPipeline } from "./pipeline/start-pipeline";

type Figure = "all s" | "worst delay of others s";
const LIMITS = "what the limits allow";

const MAILS = 10_000;
const MAILS_A_CALL = 100;
const CALLS_A_SECOND = 5;
/** Orders at other shops while the large one sends, one every two seconds. */
const OTHERS = 8;
const FIRST_OTHER = 1_000_000;
/** The first call goes out at once. */
const ALLOWED_S = (MAILS / MAILS_A_CALL - 1) / CALLS_A_SECOND;

/** Resend's limits, and who waits for whom under them. */
export const limits: BenchRow<Figure, typeof LIMITS> = {
  name: "limits",
  measures:
    `${MAILS.toLocaleString("en")} promises of one shop are due at once; the mail double takes ${CALLS_A_SECOND} calls a second of at ` +
    `most ${MAILS_A_CALL} mails. Two workers; from the moment the first is up to the last of these mails. Meanwhile ${OTHERS} other ` +
    "shops have one order each, one every two seconds, at the webhook door: how long the slowest of their mails took from the webhook on. " +
    "One round. The reference is arithmetic.",
  compared: "all s",
  floor: {
    words: "all in ≤ 1.2 × what the limits allow, every other shop's mail within 2 s",
    isMet: ({ ours }) => ours["all s"] <= 1.2 * ALLOWED_S && ours["worst delay of others s"] <= 2,
  },
  aim: null,
  run: async (context) => {
    const ours = await measure(context);
    return [{ variant: `1 shop and ${OTHERS} others`, ours, references: { [LIMITS]: { "all s": ALLOWED_S } } }];
  },
};

async function measure(context: BenchContext): Promise<Figures<Figure>> {
  const database = await context.freshDatabase();
  const { domains, ids } = await seedShops(database.db, { shops: 1 + OTHERS, codesEach: MAILS + 100 });
  await promiseAll(database, ids[0] ?? 0);
  const double = await startMailDouble(context.folder, { callsPerSecond: CALLS_A_SECOND });
  const places = { databaseUrl: database.url, resendUrl: double.url };
  const web = await startLaurel("web", places);
  const first = await startLaurel("worker", places);
  const from = Date.now();
  const timesFile = path.join(context.folder, "times");
  const load = startLoad({
    port: web.port,
    secret: testSettings.SHOPIFY_API_SECRET,
    shops: domains.slice(1),
    first: FIRST_OTHER,
    count: OTHERS,
    connections: 1,
    rate: 0.5,
    timesFile,
  });
  const second = await startLaurel("worker", places);
  const { errors } = await load.result;
  if (errors > 0) throw new Error(`${errors} webhooks were not accepted`);
  const mails = await double.untilMails(MAILS + OTHERS);
  await stopPipeline({ port: web.port, processes: [web, first, second] });
  await double.stop();
  await database.close();
  const times = new Float64Array(new Uint8Array(readFileSync(timesFile)).buffer);
  const numbered = mails.map(({ to, at }) => ({ n: orderOf(to) ?? 0, at }));
  const delays = numbered.flatMap(({ n, at }) => (n >= FIRST_OTHER ? [at - (times[n - FIRST_OTHER] ?? 0)] : []));
  const last = Math.max(...numbered.filter(({ n }) => n < FIRST_OTHER).map(({ at }) => at));
  return { "all s": (last - from) / 1000, "worst delay of others s": Math.max(...delays) / 1000 };
}

/** Reads the orders of one shop, so that their promises are due, and sends nothing. */
async function promiseAll(database: BenchDatabase, shopId: number): Promise<void> {
  const now = new Date();
  const at = { receivedAt: now, nextTryAt: now };
  const data = Array.from({ length: MAILS }, (_, n) => ({
    shopId,
    source: "shopify" as const,
    topic: "orders/paid",
    deliveryKey: `delivery-${n + 1}`,
    body: Buffer.from(orderBody(n + 1, now.toISOString())),
    ...at,
  }));
  for (let n = 0; n < MAILS; n += 1_000) await database.db.inboxDelivery.createMany({ data: data.slice(n, n + 1_000) });
  await readInbox(testApplication(database, { now: () => new Date() }));
}
