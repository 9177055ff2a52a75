import path from "node:path";
import { openDatabase } from "~/platform/database.server";
import type { BenchContext, BenchRow, Figures, Measured } from "../bench-row";
import { type LaurelPlaces, startLaurel } from "../support/laurel-process";
import { startMailDouble } from "../support/mail-double";
import { memoryOf } from "../support/process-figures";
import { seedShops } from "../support/seed-shops";
import { shopsInWords } from "../support/shops-in-words";
import { pumpOrders } from "./pipeline/pump-orders";

type Figure = "mails/s" | "first start s" | "start s" | "idle MB" | "most MB";
const POSTGRES = "the same process on PostgreSQL";

const SECONDS = 10;
const CODES = 60_000;

/** What the database that needs no installing can carry. */
export const embedded: BenchRow<Figure, typeof POSTGRES> = {
  name: "embedded",
  measures:
    `Everything in one process, webhooks, workers and the embedded database: mails a second over ${SECONDS} s after a warm-up, orders ` +
    "pumped in as fast as they are accepted, at most 5,000 ahead of the mails. First start: in an empty folder; start: in that of " +
    "before, both until it listens. Memory of the process, idle after the start and the most it had (PostgreSQL's own is not in it). One round.",
  compared: "mails/s",
  floor: null,
  aim: null,
  run: async (context) => [await measure(context, 1), await measure(context, 1_000)],
};

async function measure(context: BenchContext, shops: number): Promise<Measured<Figure, typeof POSTGRES>> {
  const database = await context.freshDatabase();
  const seed = { shops, codesEach: CODES / shops };
  const { domains } = await seedShops(database.db, seed);
  const reference = await pump(context, { databaseUrl: database.url }, domains);
  await database.close();

  const dataFolder = path.join(context.folder, `embedded-${shops}`);
  const firstStart = await startTime({ dataFolder, outboxFolder: context.folder });
  const start = await startTime({ dataFolder, outboxFolder: context.folder });
  const opened = await openDatabase({ DATA_DIR: dataFolder });
  await seedShops(opened.db, seed);
  await opened.close();
  const ours = await pump(context, { dataFolder }, domains);
  context.say(`${shopsInWords(shops)}: ${Math.round(ours["mails/s"])} mails/s`);
  return {
    variant: shopsInWords(shops),
    ours: { ...ours, "first start s": firstStart, "start s": start },
    references: { [POSTGRES]: reference },
  };
}

async function startTime(places: LaurelPlaces): Promise<number> {
  const from = performance.now();
  const laurel = await startLaurel("both", places);
  const seconds = (performance.now() - from) / 1000;
  await laurel.stop();
  return seconds;
}

async function pump(context: BenchContext, places: LaurelPlaces, domains: string[]) {
  const double = await startMailDouble(context.folder);
  const laurel = await startLaurel("both", { ...places, resendUrl: double.url });
  const idle = memoryOf(laurel.child.pid).now;
  const { mailsPerSecond } = await pumpOrders({ port: laurel.port, shops: domains, seconds: SECONDS }, double);
  const { most } = memoryOf(laurel.child.pid);
  await laurel.stop();
  await double.stop();
  return { "mails/s": mailsPerSecond, "idle MB": idle, "most MB": most } satisfies Partial<Figures<Figure>>;
}
