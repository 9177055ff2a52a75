import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { forShop } from "~/platform/for-shop";
import type { Coupon } from "~/platform/generated/client";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testShop } from "../../tests/support/factories";
import { findRival } from "./find-rival.server";

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

it.each<[string, string | null, Partial<Coupon>]>([
  ["one that asks for the same", "Older", {}],
  ["none that is paused", null, { state: "paused" }],
  ["none whose last day is over", null, { expiresOn: new Date("2026-01-01") }],
  ["none for something else", null, { trigger: "order" }],
])("names, of the coupons that come before a draft, %s", async (_what, expected, changes) => {
  const { db } = opened;
  const shop = await testShop(db);
  await testCoupon(db, shop.id, { description: "Older", ...changes });
  const draft = await testCoupon(db, shop.id, { description: "Draft", state: "draft", activatedAt: null });
  const rival = await findRival(forShop(db, shop.id), { draft, timeZone: "UTC" }, NOON);
  expect(rival?.description ?? null).toBe(expected);
});
