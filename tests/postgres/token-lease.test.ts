import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { withTokenLease } from "~/shopify/token-lease.server";
import { postgresAvailable, postgresDatabase } from "../support/databases";

const SHOP = "example.myshopify.com";
const now = () => new Date();

describe.skipIf(!postgresAvailable())("the token lease on PostgreSQL", () => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await postgresDatabase();
  });
  afterAll(() => opened.close());

  it("lets one process at a time work for a shop, and another shop's meanwhile", async () => {
    const inside = new Map<string, number>();
    let most = 0;
    const work = (shopDomain: string) => async () => {
      const count = (inside.get(shopDomain) ?? 0) + 1;
      inside.set(shopDomain, count);
      most = Math.max(most, count);
      await pause(20);
      inside.set(shopDomain, count - 1);
      return shopDomain;
    };
    const asked = Array.from({ length: 12 }, (_, n) => (n % 2 === 0 ? SHOP : "other.myshopify.com"));
    const done = await Promise.all(
      asked.map((shopDomain) => withTokenLease(opened.db, { shopDomain, work: work(shopDomain) }, now)),
    );
    expect(done).toEqual(asked);
    expect(most).toBe(1);
    expect(await opened.db.shopifyTokenLease.count()).toBe(0);
  });

  it("is free again after work that failed", async () => {
    const failing = { shopDomain: SHOP, work: () => Promise.reject(new Error("Shopify is away")) };
    await expect(withTokenLease(opened.db, failing, now)).rejects.toThrow("Shopify is away");
    await expect(withTokenLease(opened.db, { shopDomain: SHOP, work: async () => "in" }, now)).resolves.toBe("in");
  });

  it("passes to another when its holder died, and is not given back by the dead one", async () => {
    const minuteAgo = new Date(Date.now() - 60_000);
    await opened.db.shopifyTokenLease.create({ data: { shopDomain: SHOP, owner: "dead process", until: minuteAgo } });
    await expect(withTokenLease(opened.db, { shopDomain: SHOP, work: async () => "in" }, now)).resolves.toBe("in");
  });
});
