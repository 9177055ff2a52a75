import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testShop, testShopper } from "../../tests/support/factories";
import { startPipeline } from "../../tests/support/pipeline";
import { cancellationOf, givenReward, orderWith, refundOf } from "../../tests/support/redemptions";
import { recentRevenue } from "./recent-revenue.server";

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

test("counts each order of the last 30 days once, less refunds, and no cancelled one", async () => {
  const laurel = startPipeline(opened);
  const shop = await testShop(opened.db);
  const ada = await testShopper(opened.db, shop.id, "ada@example.com");
  const first = await testCoupon(opened.db, shop.id);
  const second = await testCoupon(opened.db, shop.id, { staticCode: "MORE" });
  for (const coupon of [first, second]) {
    await givenReward(opened.db, coupon, ada, { takenAt: new Date("2026-01-01T00:00:00Z") });
  }
  const order = (n: number, changes = {}) =>
    orderWith(["THANKS10", "more"], { admin_graphql_api_id: `gid://shopify/Order/${n}`, ...changes });
  const tell = (topic: string, body: object | string) => laurel.deliver(shop, body, { source: "shopify", topic });
  await tell("orders/paid", order(1));
  await tell("orders/paid", order(2));
  await tell("refunds/create", refundOf("1", "30.50", "2"));
  await tell("orders/paid", order(3));
  await tell("orders/cancelled", cancellationOf(order(3)));
  await tell("orders/paid", order(4, { processed_at: "2026-10-01T00:00:00Z" }));
  await laurel.work();
  expect(await opened.db.redemption.count()).toBe(8);
  expect(await recentRevenue(opened.db, { shopId: shop.id }, NOON)).toEqual({ orders: 2, revenue: 169.5 });
  const { id } = await testShop(opened.db);
  expect(await recentRevenue(opened.db, { shopId: id }, NOON)).toEqual({ orders: 0, revenue: 0 });
});
