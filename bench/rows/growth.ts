import type { BenchContext, BenchRow, Figures, Measured } from "../bench-row";
import { median, medians, ratioTo } from "../figures";
import { seedShops } from "../support/seed-shops";
import { OPERATIONS, type Operation, type Operations, operationsOn } from "./growth/operations";
import { seedHistory } from "./growth/seed-history";

type Figure = "ms";
const SMALL = "with 10,000 rows";

const ROUNDS = 5;
const TIMES = 6;
const SPARE_CODES = 10_000;

const WORDS: Record<Operation, string> = {
  intake: "intake of 100 deliveries",
  decide: "reading and deciding 100 orders",
  send: "sending 100 mails in one call",
  claim: "claim of 50 codes",
  page: "two pages of sent codes",
};

/** Whether an operation costs more where much has happened already. */
export const growth: BenchRow<Figure, typeof SMALL> = {
  name: "growth",
  measures:
    "The real operations on a shop with 100,000 rewarded orders behind it (1,000,000 with --large) beside the same on a shop with " +
    `10,000, each in a database of its own, analysed as autovacuum does. Median of ${ROUNDS} rounds in turn of the median of ` +
    `${TIMES} times; 1 shop; the provider answers at once.`,
  compared: "ms",
  floor: goal(1.3),
  aim: goal(1.1),
  run: async (context) => {
    const small = await prepare(context, 10_000);
    const larger = context.large ? [100_000, 1_000_000] : [100_000];
    const results: Measured<Figure, typeof SMALL>[] = [];
    for (const rows of larger) results.push(...(await compare(small, await prepare(context, rows), rows)));
    return results;
  },
};

function goal(times: number) {
  return {
    words: `≤ ${times} × what it takes with 10,000 rows`,
    isMet: (measured: Measured<Figure, typeof SMALL>) => ratioTo(measured, SMALL, "ms") <= times,
  };
}

async function prepare(context: BenchContext, rows: number): Promise<Operations> {
  const database = await context.freshDatabase();
  const { ids, domains, couponIds } = await seedShops(database.db, { shops: 1, codesEach: rows + SPARE_CODES });
  const [shopId = 0] = ids;
  const [domain = ""] = domains;
  const [couponId = ""] = couponIds;
  await seedHistory(database.db, { shopId, couponId, rows });
  context.say(`${rows.toLocaleString("en")} rewarded orders are there`);
  const operations = operationsOn(database, { shopId, domain, couponId });
  // Connections, statements and compilers are ready before anything is timed.
  await timed(operations);
  return operations;
}

async function compare(small: Operations, large: Operations, rows: number) {
  const seen: Record<"small" | "large", Figures<Operation>[]> = { small: [], large: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const ways = [["small", small] as const, ["large", large] as const];
    for (const [name, operations] of round % 2 === 0 ? ways : ways.toReversed())
      seen[name].push(await timed(operations));
  }
  const [before, after] = [medians(seen.small), medians(seen.large)];
  return OPERATIONS.map((operation) => ({
    variant: `${WORDS[operation]}, ${rows.toLocaleString("en")} rows`,
    ours: { ms: after[operation] },
    references: { [SMALL]: { ms: before[operation] } },
  }));
}

/** The median time of each operation, in milliseconds. */
async function timed(operations: Operations): Promise<Figures<Operation>> {
  const times: Record<Operation, number[]> = { intake: [], decide: [], send: [], claim: [], page: [] };
  for (let n = 0; n < TIMES; n += 1) {
    for (const operation of OPERATIONS) {
      const from = performance.now();
      await operations[operation]();
      times[operation].push(performance.now() - from);
    }
  }
  return Object.fromEntries(OPERATIONS.map((name) => [name, median(times[name])])) as Figures<Operation>;
}
