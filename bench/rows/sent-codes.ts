import { listSentCodes, type SentCodesAsked } from "~/insights/list-sent-codes.server";
import type { BenchContext, BenchDatabase, BenchRow, Figures } from "../bench-row";
import { quantile } from "../figures";
import { seedShops } from "../support/seed-shops";
import { seedHistory } from "./growth/seed-history";

type Figure = "p95 ms" | "median ms" | "worst ms";

const ROWS = 1_000_000;
const SPARE_CODES = 1_000;
const TIMES = 40;
/** One in so many mails failed. */
const FAILED_EVERY = 500;

/** The n-th question of a kind, each time about other rows. `spread` is the number of a reward somewhere in the record. */
type Ask = (spread: number, couponId: string) => Partial<SentCodesAsked>;

const ASKED: Record<string, Ask> = {
  "newest page": () => ({}),
  "page in the middle": (n) => ({ after: cursorAt(n) }),
  "page back from the middle": (n) => ({ before: cursorAt(n) }),
  "page of one coupon": (n, couponId) => ({ couponId, after: cursorAt(n) }),
  "search for a code": (n) => ({ text: `OLD-${n}`, match: "exact" }),
  "search for the beginning of a code": (n) => ({ text: `old-${n}`.slice(0, 8) }),
  "search for what a million codes begin with": () => ({ text: "OLD-" }),
  "search for what a few thousand codes begin with": (n) => ({ text: `OLD-${n % 90 === 0 ? 10 : 10 + (n % 90)}` }),
  "search for an address": (n) => ({ text: `old-${n}@bench.example`, match: "exact" }),
  "search for the beginning of an address": (n) => ({ text: `old-${n}@` }),
  "failed ones": () => ({ state: "failed" }),
  "failed ones with a code's beginning": (n) => ({ state: "failed", text: `OLD-${String(n).slice(0, 2)}` }),
  "one day": (n) => ({ from: dayOf(n), until: dayOf(n) }),
  "one day of sent ones": (n) => ({ state: "sent", from: dayOf(n), until: dayOf(n) }),
  "one day with what a million codes begin with": (n) => ({ text: "OLD-", from: dayOf(n), until: dayOf(n) }),
};

let newest = Date.now();

/** Whether a merchant with a million sent codes finds one of them at once. */
export const sentCodes: BenchRow<Figure, never> = {
  name: "sent-codes",
  measures:
    `Pages and searches of sent codes as the server answers them, rows loaded, on one shop with ${ROWS.toLocaleString("en")} sent ` +
    `codes, one in ${FAILED_EVERY} of them failed, analysed as autovacuum does. Each kind ${TIMES} times, about other rows each time; ` +
    "the first five are not counted.",
  compared: "p95 ms",
  floor: { words: "p95 ≤ 100 ms", isMet: ({ ours }) => ours["p95 ms"] <= 100 },
  aim: { words: "p95 ≤ 50 ms", isMet: ({ ours }) => ours["p95 ms"] <= 50 },
  run: async (context) => {
    const { database, shopId, couponId } = await prepare(context);
    const measured = [];
    for (const [variant, ask] of Object.entries(ASKED)) {
      measured.push({ variant, ours: await time(database, shopId, (n) => ask(n, couponId)), references: {} });
      context.say(variant);
    }
    await database.close();
    return measured;
  },
};

async function prepare(context: BenchContext) {
  const database = await context.freshDatabase();
  const { ids, couponIds } = await seedShops(database.db, { shops: 1, codesEach: ROWS + SPARE_CODES });
  const [shopId = 0] = ids;
  const [couponId = ""] = couponIds;
  await seedHistory(database.db, { shopId, couponId, rows: ROWS });
  await database.db.$executeRaw`
    update reward set state = 'failed', reason = 'refused' where shop_id = ${shopId} and position % ${FAILED_EVERY} = 0`;
  await database.db.$executeRaw`vacuum analyze reward`;
  const last = await database.db.reward.findFirstOrThrow({ where: { shopId }, orderBy: { position: "desc" } });
  newest = last.promisedAt.getTime();
  context.say(`${ROWS.toLocaleString("en")} sent codes are there`);
  return { database, shopId, couponId };
}

async function time(
  { db }: BenchDatabase,
  shopId: number,
  ask: (n: number) => Partial<SentCodesAsked>,
): Promise<Figures<Figure>> {
  const times: number[] = [];
  for (let n = 0; n < TIMES + 5; n += 1) {
    const spread = 1 + ((n * 617_393) % ROWS);
    const from = performance.now();
    await listSentCodes(db, { shopId, ...ask(spread) });
    times.push(performance.now() - from);
  }
  const counted = times.slice(5);
  return { "p95 ms": quantile(counted, 0.95), "median ms": quantile(counted, 0.5), "worst ms": Math.max(...counted) };
}

/** Rewards were given one a second; the last one is the newest. */
function momentOf(n: number): number {
  return newest - (ROWS - n) * 1_000;
}

function cursorAt(n: number): string {
  return `${momentOf(n)}_01920000-0000-7000-8000-000000000000`;
}

function dayOf(n: number): string {
  return new Date(momentOf(n)).toISOString().slice(0, 10);
}
