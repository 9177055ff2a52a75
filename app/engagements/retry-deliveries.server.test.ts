import { subDays } from "date-fns";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import type { InboxState, Source } from "~/platform/generated/client";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testShop } from "../../tests/support/factories";
import { listDeliveryProblems } from "./list-delivery-problems.server";
import { retryDeliveries } from "./retry-deliveries.server";

let opened: OpenDatabase;
let shopId: number;
let otherShopId: number;
let made = 0;

async function delivery(shop: number, source: Source, state: InboxState, reason: string | null, daysAgo: number) {
  made += 1;
  const receivedAt = subDays(NOON, daysAgo);
  const row = { shopId: shop, source, state, reason, topic: "", deliveryKey: String(made), body: Buffer.from("{}") };
  await opened.db.inboxDelivery.create({ data: { ...row, attempts: 5, receivedAt, nextTryAt: receivedAt } });
}

beforeAll(async () => {
  opened = await testDatabase();
  shopId = (await testShop(opened.db)).id;
  otherShopId = (await testShop(opened.db)).id;
  await delivery(shopId, "judgeme", "failed", "failed_repeatedly", 2);
  await delivery(shopId, "judgeme", "unreadable", "not_json", 1);
  await delivery(shopId, "judgeme", "unreadable", "wrong_shape", 15);
  await delivery(shopId, "judgeme", "ignored", "topic_not_used", 0);
  await delivery(shopId, "shopify", "failed", "failed_repeatedly", 13);
  await delivery(otherShopId, "judgeme", "failed", "failed_repeatedly", 0);
});
afterAll(() => opened.close());

describe("deliveries that came to nothing", () => {
  it("are counted by source for 14 days, with the reason of the last one", async () => {
    expect(await listDeliveryProblems(opened.db, { shopId }, NOON)).toEqual([
      { source: "shopify", count: 1, failed: 1, reason: "failed_repeatedly", lastAt: subDays(NOON, 13) },
      { source: "judgeme", count: 2, failed: 1, reason: "not_json", lastAt: subDays(NOON, 1) },
    ]);
  });

  it("are read again at once if reading them failed, those of one source of one shop", async () => {
    expect(await retryDeliveries(opened.db, { shopId, source: "judgeme" }, NOON)).toBe(1);
    const waiting = await opened.db.inboxDelivery.findMany({ where: { state: "waiting" } });
    expect(waiting).toMatchObject([{ shopId, source: "judgeme", attempts: 0, nextTryAt: NOON, reason: null }]);
    expect(await opened.db.inboxDelivery.count({ where: { state: "failed" } })).toBe(2);
  });
});
