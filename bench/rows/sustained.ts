import type { BenchContext, BenchRow, Figures, Measured } from "../bench-row";
import { startMailDouble } from "../support/mail-double";
import { cpuTimeOf } from "../support/process-figures";
import { seedShops } from "../support/seed-shops";
import { shopsInWords } from "../support/shops-in-words";
import { pumpOrders } from "./pipeline/pump-orders";
import { type StartPipeline, startOurs, startPlain, startUsual, stopPipeline } from "./pipeline/start-pipeline";

type Figure = "mails/s" | "CPU ms/mail";
type Reference = typeof PLAIN | typeof USUAL;
const PLAIN = "plain SQL";
const USUAL = "row by row with Prisma";

const SECONDS = 10;
const CODES = 200_000;

/** From webhook to mail as fast as two workers can. */
export const sustained: BenchRow<Figure, Reference> = {
  name: "sustained",
  measures:
    "Webhook to mail as fast as it goes: one web process, two workers and a double of Resend that answers at once, each a " +
    "process; orders are pumped in as fast as they are accepted, at most 5,000 ahead of the mails. Mails a second over " +
    `${SECONDS} s after a warm-up, one round each; CPU is that of these processes and PostgreSQL, without load and double. "${PLAIN}": bare node:http with batched inserts, and two workers that claim ` +
    `100 deliveries, write one row for each, take their codes and hand the mails over in one call. "${USUAL}": the same door, and ` +
    "two workers that treat 10 deliveries at a time, each with one query after the other and a call of its own.",
  compared: "mails/s",
  floor: { words: "≥ 500 mails/s", isMet: ({ ours }) => ours["mails/s"] >= 500 },
  aim: { words: "≥ 2,000 mails/s", isMet: ({ ours }) => ours["mails/s"] >= 2_000 },
  run: async (context) => [await measure(context, 1), await measure(context, 1_000)],
};

async function measure(context: BenchContext, shops: number): Promise<Measured<Figure, Reference>> {
  const references = {
    [PLAIN]: await pumpThrough(context, shops, startPlain),
    [USUAL]: await pumpThrough(context, shops, startUsual),
  } as Record<Reference, Figures<Figure>>;
  return { variant: shopsInWords(shops), ours: await pumpThrough(context, shops, startOurs), references };
}

async function pumpThrough(context: BenchContext, shops: number, start: StartPipeline): Promise<Figures<Figure>> {
  const database = await context.freshDatabase();
  const { domains } = await seedShops(database.db, { shops, codesEach: CODES / shops });
  const double = await startMailDouble(context.folder);
  const pipeline = await start(database, double);
  const pids = pipeline.processes.map(({ child }) => child.pid);
  const pump = { port: pipeline.port, shops: domains, seconds: SECONDS };
  const { mailsPerSecond, cpuMs } = await pumpOrders(pump, double, () => cpuTimeOf(pids, database.db));
  await stopPipeline(pipeline);
  await double.stop();
  await database.close();
  context.say(`${shopsInWords(shops)}: ${Math.round(mailsPerSecond)} mails/s, ${cpuMs.toFixed(2)} ms of CPU each`);
  return { "mails/s": mailsPerSecond, "CPU ms/mail": cpuMs };
}
