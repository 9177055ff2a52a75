import { describe, expect, it } from "vitest";
import { generateWorld } from "./generate-world";

const plan = { seed: 11, events: 3_000, shops: 12, startedAt: new Date("2026-11-22T12:00:00Z"), importLines: 100 };
const world = generateWorld(plan);

describe("a generated world", () => {
  it("is the same for the same seed and another for another", () => {
    expect(generateWorld(plan)).toEqual(world);
    expect(generateWorld({ ...plan, seed: 12 }).deliveries).not.toEqual(world.deliveries);
  });

  it("sends about a tenth twice and three in a hundred again under another id, in no order", () => {
    const ids = world.deliveries.map(({ id }) => id);
    const distinct = new Set(ids).size;
    expect(ids.length - distinct).toBeGreaterThan(plan.events * 0.07);
    expect(ids.length - distinct).toBeLessThan(plan.events * 0.13);
    expect(distinct).toBeGreaterThan(plan.events * 1.015);
    expect(distinct).toBeLessThan(plan.events * 1.05);
    expect(ids).not.toEqual([...ids].sort((a, b) => a - b));
  });

  it("gives shops the same ids, addresses and customers", () => {
    const namesIn = (shop: number) =>
      new Set(world.facts.filter((fact) => fact.shop === shop).flatMap(({ aliases }) => aliases));
    expect([...namesIn(1)].filter((name) => namesIn(2).has(name)).length).toBeGreaterThan(20);
    const keysIn = (shop: number) =>
      new Set(world.deliveries.filter((one) => one.shop === shop).map(({ key, topic }) => `${topic} ${key}`));
    expect([...keysIn(1)].filter((key) => keysIn(2).has(key)).length).toBeGreaterThan(20);
  });

  it("has every kind of outcome and of reason", () => {
    const reasons = new Set(
      world.facts.map(({ outcome }) => (outcome.kind === "none" ? outcome.reason : outcome.kind)),
    );
    const kinds = ["reward", "refused", "either", "shared"];
    const causes = ["blocked", "test", "too_old", "before_coupon", "no_email", "no_marketing_consent", "withdrawn"];
    expect([...reasons].sort()).toEqual([...kinds, ...causes, "imported", "rejected"].sort());
    expect(new Set(world.groups.map(({ reason }) => reason))).toEqual(new Set(["limit_reached", "budget_used"]));
  });

  it("names every thing once in its shop", () => {
    const names = world.facts.flatMap(({ shop, aliases }) => aliases.map((alias) => `${shop} ${alias}`));
    expect(new Set(names).size).toBe(names.length);
  });

  it("has more codes than can be given, none of them twice, and uploads with repeated lines", () => {
    const codes = world.shops.flatMap(({ coupons }) =>
      coupons.flatMap(({ codes: own }) =>
        own.kind === "pools" ? own.pools.flat() : own.kind === "import" ? own.codes : [own.code],
      ),
    );
    expect(new Set(codes).size).toBe(codes.length);
    const uploads = world.shops.flatMap(({ coupons }) =>
      coupons.flatMap(({ codes: own }) => (own.kind === "import" ? [own] : [])),
    );
    expect(uploads.length).toBeGreaterThan(0);
    for (const { lines, codes: own } of uploads) expect(lines.length).toBeGreaterThan(own.length);
  });
});
