import { chmodSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Database } from "~/platform/database.server";
import { newId } from "~/platform/ids";
import builtServer from "../../scripts/built-server.json" with { type: "json" };
import type { BenchContext, BenchDatabase, BenchRow, Figures, Measured } from "../bench-row";
import { alternate, ratioTo } from "../figures";
import { startProcess } from "../support/bench-process";
import { seedShops } from "../support/seed-shops";
import { type CodesFile, type ExpectedSplit, writeCodesFile } from "./csv/codes-file";
import { copyUpload } from "./csv/copy-upload";
import type { Split, Upload } from "./csv/upload";

type Figure = "s" | "lines/s" | "MB over idle" | "wrong counts";
type Way = "ours" | typeof COPY | typeof CREATE_MANY;
type Result = Measured<Figure, Exclude<Way, "ours">>;

const COPY = "COPY, group, anti-join";
const CREATE_MANY = "Papa Parse, createMany";
const LINES = 1_000_000;
const FEWER_LINES = LINES / 10;
/** The physical way's share of speed that "≤ 1.5 × its time" leaves. */
const SHARE = 1 / 1.5;

/** A million codes from a file. */
export const csv: BenchRow<Figure, Exclude<Way, "ours">> = {
  name: "csv",
  measures:
    `A CSV of ${LINES.toLocaleString("en")} codes of 16 characters, 85 % new, 10 % known to the shop, 5 % repeated in the file, both in lower ` +
    "case: from the first byte to published, in a process of its own; 5 alternating rounds, each on a fresh database; memory is " +
    `the process's peak less what it held before. "${COPY}": one transaction of plain SQL, the file on the server's disk. ` +
    `"${CREATE_MANY}": the file parsed whole, 5,000 rows a query, duplicates skipped and not told apart; ` +
    `with ${FEWER_LINES.toLocaleString("en")} lines. Wrong counts: parts of the split that are not exact, and numbers that are not dense.`,
  compared: "lines/s",
  floor: goal({ seconds: 15, megabytes: 250 }),
  aim: goal({ seconds: 8, megabytes: 160 }),
  run: async (context) => [await measure(context)],
};

function goal({ seconds, megabytes }: { seconds: number; megabytes: number }) {
  return {
    words:
      `≤ ${seconds} s (or ${COPY} takes longer itself), ≤ ${megabytes} MB over idle, exact split, ` +
      `≤ 1.5 × the time of ${COPY}`,
    isMet: (measured: Result) =>
      measured.ours["wrong counts"] === 0 &&
      measured.ours["MB over idle"] <= megabytes &&
      ratioTo(measured, COPY, "lines/s") >= SHARE &&
      (measured.ours.s <= seconds || (measured.references[COPY].s ?? 0) > seconds),
  };
}

async function measure(context: BenchContext): Promise<Result> {
  // PostgreSQL, which may run as somebody else, reads the file too.
  chmodSync(context.folder, 0o755);
  const file = writeCodesFile(path.join(context.folder, "codes.csv"), LINES);
  const shorter = writeCodesFile(path.join(context.folder, "fewer-codes.csv"), FEWER_LINES);
  const { ours, ...references } = await alternate<Way, Figure>({
    ours: () => round(context, "ours", file, inProcess("ours")),
    [COPY]: () => round(context, COPY, file, copy),
    [CREATE_MANY]: () => round(context, CREATE_MANY, shorter, inProcess("usual")),
  });
  return { variant: "1 shop", ours, references };
}

/** One way of uploading a file into a database. */
type Uploading = (url: string, upload: Upload) => Promise<{ seconds: number; megabytes: number; split: Split }>;

async function round(
  context: BenchContext,
  way: Way,
  { path, known, expected }: CodesFile,
  uploading: Uploading,
): Promise<Figures<Figure>> {
  const database = await context.freshDatabase();
  const upload = { ...(await seedCoupon(database, known)), path };
  const { seconds, megabytes, split } = await uploading(database.url, upload);
  const figures = {
    s: seconds,
    "lines/s": expected.lines / seconds,
    "MB over idle": megabytes,
    "wrong counts": countWrong(split, expected) + (way === CREATE_MANY ? 0 : await countGaps(database.db, expected)),
  };
  await database.close();
  context.say(`${way}: ${JSON.stringify(figures)}`);
  return figures;
}

function inProcess(way: "ours" | "usual"): Uploading {
  const program = fileURLToPath(new URL("csv/upload-program.ts", import.meta.url));
  return async (url, upload) => {
    const process = startProcess(way, [
      ...builtServer.flags,
      "--import",
      "tsx",
      program,
      way,
      url,
      JSON.stringify(upload),
    ]);
    const line = await process.nextLine();
    await process.stop();
    if (!line) throw new Error(`${way}: the upload failed`);
    const { seconds, split, idle, most } = line as { seconds: number; split: Split; idle: number; most: number };
    return { seconds, split, megabytes: most - idle };
  };
}

/** What it needs of memory is PostgreSQL's. */
const copy: Uploading = async (url, upload) => {
  const began = performance.now();
  const split = await copyUpload(url, upload);
  return { seconds: (performance.now() - began) / 1000, split, megabytes: Number.NaN };
};

/** A coupon of a shop whose other coupon has the known codes, and an empty pool. What that left to write back is written. */
async function seedCoupon({ db }: BenchDatabase, known: string[]): Promise<Omit<Upload, "path">> {
  const { ids, couponIds } = await seedShops(db, { shops: 1, codesEach: 0 });
  const [shopId = 0] = ids;
  const [couponId = ""] = couponIds;
  const pool = { shopId, couponId, fileName: "codes.csv", report: {}, state: "open" as const, createdAt: new Date() };
  const before = await db.codePool.create({ data: { ...pool, id: newId(), number: 2, size: known.length } });
  const { id: poolId } = await db.codePool.create({ data: { ...pool, id: newId(), number: 3 } });
  await db.$executeRaw`
    insert into code (shop_id, pool_id, position, code, code_key)
    select ${shopId}, ${before.id}::uuid, number, code, code
      from unnest(string_to_array(${known.join("\n")}, E'\n')) with ordinality as known(code, number)`;
  await db.$executeRaw`vacuum analyze code`;
  await db.$executeRaw`checkpoint`;
  return { shopId, couponId, poolId };
}

function countWrong(split: Split, expected: ExpectedSplit): number {
  const parts = Object.keys(expected) as (keyof ExpectedSplit)[];
  return parts.filter((part) => split[part] !== null && split[part] !== expected[part]).length;
}

/** 0 where the upload's pool has the positions 1 to `added` and nothing else. */
async function countGaps(db: Database, { added }: ExpectedSplit): Promise<number> {
  const pools = await db.$queryRaw<{ codes: number; last: number }[]>`
    select count(*)::int as codes, max(position) as last from code group by pool_id having count(*) = ${added}`;
  return pools.length === 1 && pools[0]?.last === added ? 0 : 1;
}
