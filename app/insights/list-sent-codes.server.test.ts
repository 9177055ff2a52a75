import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { forShop, type ShopDatabase } from "~/platform/for-shop";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testEngagement, testReward, testShop, testShopper } from "../../tests/support/factories";
import { listSentCodes } from "./list-sent-codes.server";

/** Two full pages and a bit; every three share a moment, so that the cursor has to tell them apart. */
const SENT = 60;

let opened: OpenDatabase;
let shopDb: ShopDatabase;

beforeAll(async () => {
  opened = await testDatabase();
  const { db } = opened;
  const shop = await testShop(db);
  const shopper = await testShopper(db, shop.id, "ada@example.com");
  const coupon = await testCoupon(db, shop.id, { limitPerShopper: SENT });
  for (let n = 0; n < SENT; n += 1) {
    const taken = new Date(NOON.getTime() + Math.floor(n / 3) * 1000);
    await testReward(db, await testEngagement(db, shopper), coupon, {
      state: "sent",
      slot: n + 1,
      staticCode: "THANKS10",
      codeTakenAt: taken,
      settledAt: taken,
    });
  }
  await testReward(db, await testEngagement(db, shopper), coupon, { slot: SENT + 1 });
  shopDb = forShop(db, shop.id);
});
afterAll(() => opened.close());

it("shows each code once, newest first, on the way to the last page and back", async () => {
  const forth = [await listSentCodes(shopDb, {})];
  for (let page = forth[0]; page?.older; page = forth.at(-1))
    forth.push(await listSentCodes(shopDb, { after: page.older }));
  const back = [forth.at(-1)];
  for (let page = back[0]; page?.newer; page = back[0])
    back.unshift(await listSentCodes(shopDb, { before: page.newer }));

  const ids = (pages: typeof back) => pages.map((page) => page?.rows.map(({ id }) => id));
  expect(forth.map(({ rows }) => rows.length)).toEqual([25, 25, 10]);
  expect(new Set(ids(forth).flat()).size).toBe(SENT);
  const times = forth.flatMap(({ rows }) => rows.map(({ codeTakenAt }) => codeTakenAt?.getTime() ?? 0));
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  expect(ids(back)).toEqual(ids(forth));
  expect(forth[0]?.newer).toBeNull();
});

it("takes a cursor nobody was given for none", async () => {
  const page = await listSentCodes(shopDb, { after: "1; drop table reward", before: "_" });
  expect(page.rows).toHaveLength(25);
});
