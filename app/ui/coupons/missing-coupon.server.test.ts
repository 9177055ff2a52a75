import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { forShop } from "~/platform/for-shop";
import type { CouponState } from "~/platform/generated/client";
import { testDatabase } from "../../../tests/support/databases";
import { testCoupon, testShop } from "../../../tests/support/factories";
import { missingCoupon } from "./missing-coupon.server";

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

it.each([
  ["active", 409],
  ["paused", 409],
  ["deleted", 410],
] as const)(
  "tells a page of a draft that the coupon is %s by now, with words of its own (%s)",
  async (state, status) => {
    expect((await answerFor(state)).status).toBe(status);
  },
);

it("leads to the first step of a coupon that is still a draft", async () => {
  const answer = await answerFor("draft");
  expect(answer.headers.get("location")).toMatch(/\/engagement$/);
});

it("says nothing about another shop's coupon", async () => {
  const [mine, other] = [await testShop(opened.db), await testShop(opened.db)];
  const { id } = await testCoupon(opened.db, other.id);
  expect((await missingCoupon(forShop(opened.db, mine.id), id)).status).toBe(404);
});

async function answerFor(state: CouponState): Promise<Response> {
  const shop = await testShop(opened.db);
  const { id } = await testCoupon(opened.db, shop.id, { state });
  return missingCoupon(forShop(opened.db, shop.id), id);
}
