import { setTimeout as pause } from "node:timers/promises";
import { testSettings } from "../../tests/support/test-env";
import type { BenchContext, BenchDatabase, BenchRow, Figures, Measured } from "../bench-row";
import { keepAlive } from "../support/keep-alive";
import { startLaurel } from "../support/laurel-process";
import { type MailDouble, startMailDouble } from "../support/mail-double";
import { orderRequest } from "../support/order-request";
import { type SeededShops, seedShops } from "../support/seed-shops";
import { shopsInWords } from "../support/shops-in-words";
import { startLoad } from "../support/start-load";
import { type RunningPipeline, startOurs, stopPipeline } from "./pipeline/start-pipeline";

type Figure = "first accept s" | "drained s" | "doubled";

const WAITING = 20_000;
const SENT_BEFORE_THE_KILL = 200;
const secret = testSettings.SHOPIFY_API_SECRET;

/** What a sender and a shopper notice of the death of everything. */
export const recovery: BenchRow<Figure, never> = {
  name: "recovery",
  measures:
    `${WAITING.toLocaleString("en")} accepted deliveries are waiting and two workers have just begun on them when every process ` +
    "is killed with kill -9 and all are started again. First accept: from the start to the first 200 for a new webhook, asked every " +
    "20 ms. Drained: from the start to the last mail, which cannot come before the leases of the dead have run out. Once with " +
    "PostgreSQL crashing too, where its own recovery counts. One round each; there is no reference but the limits themselves.",
  compared: "drained s",
  floor: goal({ accept: 5, drained: 60 }),
  aim: goal({ accept: 2, drained: 15 }),
  run: async (context) => [
    await measure(context, { shops: 1, crash: false }),
    await measure(context, { shops: 1_000, crash: false }),
    await measure(context, { shops: 1_000, crash: true }),
  ],
};

function goal({ accept, drained }: { accept: number; drained: number }) {
  return {
    words: `first accept ≤ ${accept} s, drained ≤ ${drained} s, no mail twice`,
    isMet: ({ ours }: Measured<Figure, never>) =>
      ours["first accept s"] <= accept && ours["drained s"] <= drained && ours.doubled === 0,
  };
}

async function measure(
  context: BenchContext,
  { shops, crash }: { shops: number; crash: boolean },
): Promise<Measured<Figure, never>> {
  const database = await context.freshDatabase();
  const seeded = await seedShops(database.db, { shops, codesEach: Math.ceil((1.5 * WAITING) / shops) + 10 });
  const double = await startMailDouble(context.folder);
  await accept(database, seeded, double);
  const dying = await startOurs(database, double);
  await double.untilMails(SENT_BEFORE_THE_KILL);
  await killAll(dying);
  await database.db.$disconnect();

  const from = Date.now();
  if (crash) await context.postgres.crash();
  const { pipeline, firstAccept } = await startAndAsk(database, seeded, double);
  const mails = await double.untilMails(WAITING + 1);
  const last = Math.max(...mails.map(({ at }) => at));
  await stopPipeline(pipeline);
  const doubled = double.read().length - new Set(double.read().map(({ to }) => to)).size;
  await double.stop();
  await database.close();
  const ours: Figures<Figure> = {
    "first accept s": (firstAccept - from) / 1000,
    "drained s": (last - from) / 1000,
    doubled,
  };
  const variant = `${shopsInWords(shops)}${crash ? ", PostgreSQL too" : ""}`;
  context.say(`${variant}: ${JSON.stringify(ours)}`);
  return { variant, ours, references: {} };
}

/** Through the real door, with nobody working yet. */
async function accept(database: BenchDatabase, { domains }: SeededShops, double: MailDouble): Promise<void> {
  const web = await startLaurel("web", { databaseUrl: database.url, resendUrl: double.url });
  const load = startLoad({
    port: web.port,
    secret,
    shops: domains,
    first: 1,
    count: WAITING,
    connections: 50,
    rate: null,
  });
  load.allow(WAITING);
  const { errors, firstError } = await load.result;
  if (errors > 0) throw new Error(`${errors} webhooks were not accepted (${firstError})`);
  await web.stop();
}

async function killAll({ processes }: RunningPipeline): Promise<void> {
  await Promise.all(processes.map((process) => process.kill()));
}

/** Starts everything at once and asks the web process from the moment it listens. */
async function startAndAsk(database: BenchDatabase, { domains }: SeededShops, double: MailDouble) {
  let firstAccept: Promise<number> | null = null;
  const pipeline = await startOurs(database, double, (port) => {
    firstAccept = askUntilAccepted(port, domains[0] ?? "");
  });
  return { pipeline, firstAccept: (await firstAccept) ?? Number.NaN };
}

async function askUntilAccepted(port: number, shop: string): Promise<number> {
  const connection = keepAlive(port, 1);
  try {
    for (;;) {
      const request = orderRequest(WAITING + 1, { shop, secret });
      const status = await new Promise<number | null>((resolve) => connection.send(request, resolve));
      if (status === 200) return Date.now();
      await pause(20);
    }
  } finally {
    connection.close();
  }
}
