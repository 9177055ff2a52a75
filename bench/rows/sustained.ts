import { fileURLToPath } from "node:url";
import { testSettings } from "../../tests/support/test-env";
import type { BenchContext, BenchDatabase, BenchRow, Figures, Measured } from "../bench-row";
import { type BenchProcess, startProcess } from "../support/bench-process";
import { startLaurel } from "../support/laurel-process";
import { type MailDouble, startMailDouble } from "../support/mail-double";
import { seedShops } from "../support/seed-shops";
import { shopsInWords } from "../support/shops-in-words";
import { PLAIN_TABLE } from "./pipeline/plain-table";
import { pumpOrders } from "./pipeline/pump-orders";

type Figure = "mails/s";
type Reference = typeof BARE | typeof USUAL;
const BARE = "plain SQL";
const USUAL = "row by row with Prisma";

const SECONDS = 10;
const SHOPS = [1, 1_000];
const CODES = 200_000;

/** From webhook to mail as fast as two workers can. */
export const sustained: BenchRow<Figure, Reference> = {
  name: "sustained",
  measures:
    "Webhook to mail as fast as it goes: one web process, two workers and a double of Resend that answers at once, each a " +
    "process; orders are pumped in as fast as they are accepted, at most 5,000 ahead of the mails. Mails a second over " +
    `${SECONDS} s after a warm-up, one round each. "${BARE}": bare node:http with batched inserts, and two workers that claim ` +
    `100 deliveries, write one row for each, take their codes and hand the mails over in one call. "${USUAL}": the same door, and ` +
    "two workers that treat 10 deliveries at a time, each with one query after the other and a call of its own.",
  compared: "mails/s",
  floor: { words: "≥ 500 mails/s", isMet: ({ ours }) => ours["mails/s"] >= 500 },
  aim: { words: "≥ 2,000 mails/s", isMet: ({ ours }) => ours["mails/s"] >= 2_000 },
  run: async (context) => {
    const results: Measured<Figure, Reference>[] = [];
    for (const shops of SHOPS) {
      const references = {
        [BARE]: await pump(context, shops, startReference("plain-worker.ts")),
        [USUAL]: await pump(context, shops, startReference("usual-worker.ts")),
      } as Record<Reference, Figures<Figure>>;
      results.push({ variant: shopsInWords(shops), ours: await pump(context, shops, startOurs), references });
    }
    return results;
  },
};

/** A door that listens, and the workers behind it. */
interface Started {
  port: number;
  processes: BenchProcess[];
}
type Start = (database: BenchDatabase, double: MailDouble) => Promise<Started>;

async function startOurs({ url }: BenchDatabase, double: MailDouble): Promise<Started> {
  const places = { databaseUrl: url, resendUrl: double.url };
  const web = await startLaurel("web", places);
  const workers = [await startLaurel("worker", places), await startLaurel("worker", places)];
  return { port: web.port, processes: [web, ...workers] };
}

function startReference(worker: string): Start {
  const program = (file: string) => ["--import", "tsx", fileURLToPath(new URL(file, import.meta.url))];
  return async ({ db, url }, double) => {
    await db.$executeRawUnsafe(PLAIN_TABLE);
    const env = { ...testSettings, DATABASE_URL: url, RESEND_BASE_URL: double.url };
    const door = startProcess("bare", program("intake/physical-server.ts"), env);
    const listening = await door.nextLine();
    if (!listening) throw new Error("the bare server did not start");
    const workers = [0, 1].map(() => startProcess(worker, program(`pipeline/${worker}`), env));
    return { port: (listening.address as { port: number }).port, processes: [door, ...workers] };
  };
}

async function pump(context: BenchContext, shops: number, start: Start): Promise<Figures<Figure>> {
  const database = await context.freshDatabase();
  const { domains } = await seedShops(database.db, { shops, codesEach: CODES / shops });
  const double = await startMailDouble(context.folder);
  const { port, processes } = await start(database, double);
  const mailsPerSecond = await pumpOrders({ port, shops: domains, seconds: SECONDS }, double);
  for (const process of processes) await process.stop();
  await double.stop();
  await database.close();
  context.say(`${shopsInWords(shops)}: ${Math.round(mailsPerSecond)} mails/s`);
  return { "mails/s": mailsPerSecond };
}
