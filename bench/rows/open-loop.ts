import { fileURLToPath } from "node:url";
import { testSettings } from "../../tests/support/test-env";
import type { BenchContext, BenchDatabase, BenchRow, Figures, Measured } from "../bench-row";
import { startProcess } from "../support/bench-process";
import { startLaurel } from "../support/laurel-process";
import { seedShops } from "../support/seed-shops";
import { shopsInWords } from "../support/shops-in-words";
import { startLoad } from "../support/start-load";

type Figure = "p50 ms" | "p99 ms" | "worst ms" | "errors";
const BARE = "bare node:http, batched insert";

const RATE = 2_000;
const SECONDS = 30;
const WARM_UP_SECONDS = 3;

/** Webhooks at fixed times, whatever the answers: the time an order waits because others are slow counts. */
export const openLoop: BenchRow<Figure, typeof BARE> = {
  name: "open-loop",
  measures:
    `${RATE.toLocaleString("en")} signed orders/paid webhooks of 2 KB a second for ${SECONDS} s, sent at fixed times over ` +
    "keep-alive connections by a process of its own; latency counts from the time each was to be sent to its 200. Laurel is a " +
    "web process with RUN_WORKER=false. One round each, after 3 s of warm-up.",
  compared: "p99 ms",
  floor: goal(50, 2),
  aim: goal(20, 1.25),
  run: async (context) => [await measure(context, 1), await measure(context, 1_000)],
};

/** On a machine too busy for bare node:http to stay within the limit, the ratio to it decides. */
function goal(limitMs: number, ratio: number) {
  return {
    words: `no error and p99 ≤ ${limitMs} ms, or ≤ ${ratio} × the bare server's where that one misses it too`,
    isMet: ({ ours, references }: Measured<Figure, typeof BARE>) => {
      const bareMs = references[BARE]["p99 ms"] ?? 0;
      return ours.errors === 0 && ours["p99 ms"] <= (bareMs > limitMs ? ratio * bareMs : limitMs);
    },
  };
}

async function measure(context: BenchContext, shops: number): Promise<Measured<Figure, typeof BARE>> {
  const bare = await underLoad(context, shops, async ({ url }) => {
    const program = ["--import", "tsx", fileURLToPath(new URL("intake/physical-server.ts", import.meta.url))];
    const process = startProcess("bare", program, { DATABASE_URL: url, ...testSettings });
    const line = await process.nextLine();
    if (!line) throw new Error("the bare server did not start");
    return { ...process, port: (line.address as { port: number }).port };
  });
  const ours = await underLoad(context, shops, ({ url }) => startLaurel("web", { databaseUrl: url }));
  return { variant: shopsInWords(shops), ours, references: { [BARE]: bare } };
}

async function underLoad(
  context: BenchContext,
  shops: number,
  start: (database: BenchDatabase) => Promise<{ port: number; stop(): Promise<void> }>,
): Promise<Figures<Figure>> {
  const database = await context.freshDatabase();
  const { domains } = await seedShops(database.db, { shops, codesEach: 0 });
  const server = await start(database);
  const load = (first: number, seconds: number) =>
    startLoad({
      port: server.port,
      secret: testSettings.SHOPIFY_API_SECRET,
      shops: domains,
      first,
      count: RATE * seconds,
      connections: 1_000,
      rate: RATE,
    }).result;
  await load(1, WARM_UP_SECONDS);
  const { p50, p99, worst, errors } = await load(1_000_000, SECONDS);
  await server.stop();
  await database.close();
  const figures = { "p50 ms": p50, "p99 ms": p99, "worst ms": worst, errors };
  context.say(`${shopsInWords(shops)}: ${JSON.stringify(figures)}`);
  return figures;
}
