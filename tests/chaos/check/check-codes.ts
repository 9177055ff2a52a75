import type { World } from "../world/world";
import type { CouponRow, PoolRow, RewardRow, RunState } from "./run-state";
import type { Violation } from "./violation";

/** Arithmetic of pools and budgets, exact to the code; and no code in two hands. */
export function checkCodes(world: World, { pools, coupons, rewards }: RunState): Violation[] {
  return [...pools.flatMap(checkPool), ...coupons.flatMap((row) => checkCoupon(world, row)), ...checkHolders(rewards)];
}

function checkPool(pool: PoolRow): Violation[] {
  const about = `shop ${pool.shop} coupon ${pool.coupon} pool ${pool.number}`;
  const wrong = (what: string): Violation[] => [{ harm: "wrong", about, what }];
  if (pool.state === "abandoned") {
    return pool.size + pool.holders === 0 ? [] : wrong("was abandoned, and has codes that others can see");
  }
  const isPublished = pool.state === "open" || (pool.state === "closed" && pool.taken === pool.size);
  if (!isPublished) return wrong(`is ${pool.state}`);
  if (pool.codes !== pool.size) return wrong(`has ${pool.codes} codes, and its size says ${pool.size}`);
  if (pool.holders !== pool.positions) {
    return [{ harm: "doubled", about, what: `${pool.holders} rewards hold ${pool.positions} codes` }];
  }
  const { taken, lastTaken, holders, largest } = pool;
  if (taken !== lastTaken || taken !== holders || taken !== largest) {
    return wrong(`${taken} codes are taken, the last at ${lastTaken}; ${holders} are held, the last at ${largest}`);
  }
  return [];
}

function checkCoupon(world: World, row: CouponRow): Violation[] {
  const about = `shop ${row.shop} coupon ${row.coupon}`;
  const wrong = (what: string): Violation[] => [{ harm: "wrong", about, what }];
  const plan = world.shops.find(({ number }) => number === row.shop)?.coupons.find(({ ref }) => ref === row.coupon);
  if (!plan) return wrong("is not of this world");
  const { codes } = plan;
  const planned = codes.kind === "import" ? codes.codes.length : codes.kind === "pools" ? codes.pools.flat().length : 0;
  if (row.codes !== planned) return wrong(`has ${row.codes} codes instead of ${planned}`);
  if (row.budgetUsed !== row.rewards)
    return wrong(`counts ${row.budgetUsed} against its budget, and gave ${row.rewards}`);
  return [];
}

function checkHolders(rewards: RewardRow[]): Violation[] {
  const own = rewards.filter(({ code, isStatic }) => code !== null && !isStatic);
  const byCode = Map.groupBy(own, ({ code }) => code ?? "");
  return [...byCode].flatMap(([code, holders]): Violation[] =>
    holders.length > 1
      ? [{ harm: "doubled", about: `code ${code}`, what: `is held by ${holders.length} rewards` }]
      : [],
  );
}
