import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Database } from "~/platform/database.server";
import { testSettings } from "../../tests/support/test-env";
import type { BenchContext, BenchDatabase, BenchRow, Figures, Measured } from "../bench-row";
import { alternate, ratioTo } from "../figures";
import { type BenchProcess, startProcess } from "../support/bench-process";
import { startLaurel } from "../support/laurel-process";
import { seedShops } from "../support/seed-shops";
import { shopsInWords } from "../support/shops-in-words";
import type { FullLoad, FullLoadResult } from "./intake/full-load";

type Figure = "deliveries/s" | "p50 ms" | "p99 ms" | "errors";
type Way = "ours" | typeof BARE | typeof TEMPLATE;
type Result = Measured<Figure, Exclude<Way, "ours">>;
type Server = BenchProcess & { port: number };

const BARE = "bare node:http, batched insert";
const TEMPLATE = "Shopify's Remix template";
const CONNECTIONS = 50;
const BODY_BYTES = 2_000;
const WARM_UP_SECONDS = 1;
const SECONDS = 4;

const starts: Record<Way, (url: string) => Promise<Server>> = {
  ours: (url) => startLaurel("web", { databaseUrl: url }),
  [BARE]: (url) => startReference("bare", fileOf("intake/physical-server.ts"), url),
  [TEMPLATE]: (url) => startReference("template", fileOf("intake/template/server.ts"), url),
};

/** How many webhooks a second one web process takes in, with signature and commit, beside the least and the usual way. */
export const intake: BenchRow<Figure, Exclude<Way, "ours">> = {
  name: "intake",
  measures:
    `Webhooks of ${BODY_BYTES} bytes with Shopify's signature over ${CONNECTIONS} keep-alive connections, each under a ` +
    `delivery id of its own, 200 after the commit; 5 alternating rounds of ${SECONDS} s after ${WARM_UP_SECONDS} s of ` +
    "warm-up, every round on an empty inbox. Laurel is a web process with RUN_WORKER=false. References, on the same tables: " +
    "bare node:http with one prepared insert for whatever queued while two are in flight, and a Remix route with " +
    "`authenticate.webhook` and one `prisma.create`, its sessions kept in memory.",
  compared: "deliveries/s",
  floor: goal(0.5),
  aim: goal(0.8),
  async run(context) {
    await buildTemplate();
    return [await measure(context, 1), await measure(context, 1_000)];
  },
};

function goal(share: number) {
  return {
    words: `≥ ${share} × bare node:http with batched insert and ≥ 5 × the template; no error, no acknowledged row missing`,
    isMet: (measured: Result) =>
      measured.ours.errors === 0 &&
      ratioTo(measured, BARE, "deliveries/s") >= share &&
      ratioTo(measured, TEMPLATE, "deliveries/s") >= 5,
  };
}

async function measure(context: BenchContext, shopCount: number): Promise<Result> {
  const running: { server: Server; database: BenchDatabase }[] = [];
  const prepare = async (way: Way) => {
    const database = await context.freshDatabase();
    const { domains } = await seedShops(database.db, { shops: shopCount, codesEach: 0 });
    const server = await starts[way](database.url);
    running.push({ server, database });
    return async () => {
      const figures = await round(database.db, server.port, domains);
      context.say(`${shopsInWords(shopCount)}, ${way}: ${JSON.stringify(figures)}`);
      return figures;
    };
  };
  try {
    const ways = { ours: await prepare("ours"), [BARE]: await prepare(BARE), [TEMPLATE]: await prepare(TEMPLATE) };
    const { ours, ...references } = await alternate<Way, Figure>(ways as Record<Way, () => Promise<Figures<Figure>>>);
    return { variant: shopsInWords(shopCount), ours, references };
  } finally {
    for (const { server, database } of running) {
      await server.stop();
      await database.close();
    }
  }
}

/** What the round before left to write back is written back first. Every acknowledged delivery has to have its row. */
async function round(db: Database, port: number, shops: string[]): Promise<Figures<Figure>> {
  await db.$executeRaw`truncate inbox_delivery`;
  await db.$executeRaw`checkpoint`;
  const seen = await putLoad({
    port,
    secret: testSettings.SHOPIFY_API_SECRET,
    shops,
    connections: CONNECTIONS,
    bodyBytes: BODY_BYTES,
    warmUpMs: WARM_UP_SECONDS * 1000,
    measureMs: SECONDS * 1000,
  });
  const missing = Math.max(0, seen.acknowledged - (await db.inboxDelivery.count()));
  return {
    "deliveries/s": seen.answered / SECONDS,
    "p50 ms": seen.p50,
    "p99 ms": seen.p99,
    errors: seen.errors + missing,
  };
}

async function putLoad(load: FullLoad): Promise<FullLoadResult> {
  const process = startProcess("load", ["--import", "tsx", fileOf("intake/full-load.ts"), JSON.stringify(load)]);
  const line = await process.nextLine();
  await process.stop();
  if (!line) throw new Error("the load process failed");
  return line as unknown as FullLoadResult;
}

async function startReference(label: string, file: string, url: string): Promise<Server> {
  const settings = { ...testSettings, DATABASE_URL: url, NODE_ENV: "production" };
  const process = startProcess(label, ["--import", "tsx", file], settings);
  const line = await process.nextLine();
  if (!line) throw new Error(`${label}: the server did not start`);
  return { ...process, port: (line.address as { port: number }).port };
}

async function buildTemplate(): Promise<void> {
  const cli = "node_modules/@remix-run/dev/dist/cli.js";
  const child = spawn(process.execPath, [cli, "vite:build", "--config", "bench/rows/intake/template/vite.config.ts"], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await once(child, "close");
  if (child.exitCode !== 0) throw new Error("the template did not build");
}

function fileOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
