import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "~/platform/generated/client";
import type { BenchContext, BenchRow, Figures, Measured } from "../bench-row";
import { alternate, ratioTo } from "../figures";
import { shopsInWords } from "../support/shops-in-words";
import { type ClaimPools, seedClaims } from "./claim/seed-claims";
import { type Batch, CLIENTS, takeMany } from "./claim/take-many";
import { counterTaker, findAndMarkTaker, ourTaker, skipLockedTaker } from "./claim/takers";
import { underOldSnapshot } from "./claim/under-old-snapshot";

type Figure = "codes/s" | "90–100 % used ÷ unused" | "old snapshot ÷ idle pool";
type Way = "ours" | typeof COUNTER | typeof SKIP_LOCKED | typeof FIND;
type Result = Measured<Figure, Exclude<Way, "ours">>;
type Ways = Record<Way, Batch>;

const COUNTER = "plain SQL, counter";
const SKIP_LOCKED = "for update skip locked limit 1";
const FIND = "Prisma, find and mark";
const BATCH = 100;
const ROUNDS = 10;
const ROUND_CODES = 10_000;
const SNAPSHOT_SECONDS = 120;
/** How much of its speed a taker may lose or gain and still count as flat. */
const FLAT = 0.2;

/** Taking codes, from unused and from used pools, and under an old snapshot. */
export const claim: BenchRow<Figure, Exclude<Way, "ours">> = {
  name: "claim",
  measures:
    `${CLIENTS} clients take codes in transactions of ${BATCH}, as the sender does: of one coupon, or one code of each of ${BATCH} ` +
    `shops' coupons; a million codes in all. Median of ${ROUNDS} alternating rounds of ${ROUND_CODES.toLocaleString("en")} codes (the two that take one ` +
    "at a time: 1,000 and 200). Used: rounds on pools that are 90 % used at the first and empty after the last, against the rounds on " +
    `unused ones. Old snapshot: 300 transactions a second for ${SNAPSHOT_SECONDS} s under one repeatable read snapshot, then rounds ` +
    "on those pools against rounds, at the same moment, on pools nobody has touched.",
  compared: "codes/s",
  floor: goal(10_000),
  aim: goal(30_000),
  run: async (context) => [await measure(context, 1), await measure(context, 1_000)],
};

function goal(codes: number) {
  return {
    words: `≥ ${codes.toLocaleString("en")} codes/s (or ${COUNTER} misses it and is at most twice as fast), both ratios within ±20 %`,
    isMet: (measured: Result) =>
      (measured.ours["codes/s"] >= codes ||
        ((measured.references[COUNTER]["codes/s"] ?? 0) < codes && ratioTo(measured, COUNTER, "codes/s") >= 0.5)) &&
      isFlat(measured.ours["90–100 % used ÷ unused"]) &&
      isFlat(measured.ours["old snapshot ÷ idle pool"]),
  };
}

const isFlat = (ratio: number) => ratio >= 1 - FLAT && ratio <= 1 + FLAT;

async function measure(context: BenchContext, shops: number): Promise<Result> {
  const { db, url, close } = await context.freshDatabase();
  const pools = await seedClaims(db, shops);
  context.say(`${shopsInWords(shops)}: pools are there`);
  const connections = new pg.Pool({ connectionString: url, max: CLIENTS });
  // The database is dropped while some of them are still saying good-bye.
  connections.on("error", () => {});
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: CLIENTS }) });
  try {
    const batch = shops === 1 ? { pools: 1, each: BATCH } : { pools: BATCH, each: 1 };
    const single = { pools: 1, each: 1 };
    const ways: Ways = {
      ours: { ...batch, taker: ourTaker(prisma) },
      [COUNTER]: { ...batch, taker: counterTaker(connections) },
      [SKIP_LOCKED]: { ...single, taker: skipLockedTaker(connections) },
      [FIND]: { ...single, taker: findAndMarkTaker(prisma) },
    };
    const speeds = await takeFromUnusedAndUsed(pools, ways);
    context.say(`${shopsInWords(shops)}: ${JSON.stringify(speeds)}`);
    const aged = await takeUnderOldSnapshot(url, pools, ways);
    context.say(`${shopsInWords(shops)}, old snapshot: ${JSON.stringify(aged)}`);
    return { variant: shopsInWords(shops), ...describe(speeds, aged) };
  } finally {
    await prisma.$disconnect();
    await connections.end();
    await close();
  }
}

type Speeds = Awaited<ReturnType<typeof takeFromUnusedAndUsed>>;
type Aged = Awaited<ReturnType<typeof takeUnderOldSnapshot>>;

/** After a round that counts for nothing: connections are opened and statements planned. */
async function takeFromUnusedAndUsed({ fresh, used }: ClaimPools, ways: Ways) {
  for (const way of Object.values(ways)) await takeMany(fresh, way, CLIENTS * way.pools * way.each);
  return alternate(
    {
      ours: speedOf(fresh, ways.ours, ROUND_CODES),
      "ours, used": speedOf(used, ways.ours, ROUND_CODES),
      [COUNTER]: speedOf(fresh, ways[COUNTER], ROUND_CODES),
      [SKIP_LOCKED]: speedOf(fresh, ways[SKIP_LOCKED], 1_000),
      [FIND]: speedOf(fresh, ways[FIND], 200),
    },
    ROUNDS,
  );
}

function takeUnderOldSnapshot(url: string, { fresh, idle }: ClaimPools, ways: Ways) {
  const busy = [ways.ours, ways[COUNTER]].map(({ taker }) => {
    let turn = 0;
    return () => {
      turn += 1;
      return taker(fresh.slice(turn % fresh.length, (turn % fresh.length) + 1), 1);
    };
  });
  return underOldSnapshot(url, { busy, seconds: SNAPSHOT_SECONDS }, () =>
    alternate(
      {
        "ours, busy": speedOf(fresh, ways.ours, ROUND_CODES),
        "ours, idle": speedOf(idle, ways.ours, ROUND_CODES),
        "counter, busy": speedOf(fresh, ways[COUNTER], ROUND_CODES),
        "counter, idle": speedOf(idle, ways[COUNTER], ROUND_CODES),
      },
      ROUNDS,
    ),
  );
}

function speedOf(pools: ClaimPools["fresh"], batch: Batch, codes: number): () => Promise<Figures<"codes/s">> {
  return async () => ({ "codes/s": await takeMany(pools, batch, codes) });
}

function describe(speeds: Speeds, aged: Aged): Pick<Result, "ours" | "references"> {
  const perSecond = (way: keyof Speeds) => speeds[way]["codes/s"];
  const ratio = (busy: keyof Aged, idle: keyof Aged) => aged[busy]["codes/s"] / aged[idle]["codes/s"];
  return {
    ours: {
      "codes/s": perSecond("ours"),
      "90–100 % used ÷ unused": perSecond("ours, used") / perSecond("ours"),
      "old snapshot ÷ idle pool": ratio("ours, busy", "ours, idle"),
    },
    references: {
      [COUNTER]: { "codes/s": perSecond(COUNTER), "old snapshot ÷ idle pool": ratio("counter, busy", "counter, idle") },
      [SKIP_LOCKED]: { "codes/s": perSecond(SKIP_LOCKED) },
      [FIND]: { "codes/s": perSecond(FIND) },
    },
  };
}
