import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { newId } from "~/platform/ids";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testEngagement, testPool, testReward, testShop, testShopper } from "../../tests/support/factories";
import { listSentCodes } from "./list-sent-codes.server";

/** Two full pages and a bit; every three share a moment, so that the cursor has to tell them apart. */
const SENT = 60;

let opened: OpenDatabase;
let shopId: number;

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
  shopId = shop.id;
});
afterAll(() => opened.close());

it("shows each code once, newest first, on the way to the last page and back", async () => {
  const forth = [await listSentCodes(opened.db, { shopId })];
  for (let page = forth[0]; page?.older; page = forth.at(-1))
    forth.push(await listSentCodes(opened.db, { shopId, after: page.older }));
  const back = [forth.at(-1)];
  for (let page = back[0]; page?.newer; page = back[0])
    back.unshift(await listSentCodes(opened.db, { shopId, before: page.newer }));

  const ids = (pages: typeof back) => pages.map((page) => page?.rows.map(({ id }) => id));
  expect(forth.map(({ rows }) => rows.length)).toEqual([25, 25, 10]);
  expect(new Set(ids(forth).flat()).size).toBe(SENT);
  const times = forth.flatMap(({ rows }) => rows.map(({ codeTakenAt }) => codeTakenAt?.getTime() ?? 0));
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  expect(ids(back)).toEqual(ids(forth));
  expect(forth[0]?.newer).toBeNull();
});

it("takes a cursor nobody was given for none", async () => {
  const page = await listSentCodes(opened.db, { shopId, after: "1; drop table reward", before: "_" });
  expect(page.rows).toHaveLength(25);
});

it("shows each reward's own code, from whichever pool, beside static ones", async () => {
  const { db } = opened;
  const shop = await testShop(db);
  const shopper = await testShopper(db, shop.id, "grace@example.com");
  const coupon = await testCoupon(db, shop.id, { codeType: "dynamic", limitPerShopper: 5 });
  const [first, second] = [await testPool(db, coupon, ["A1", "A2"]), await testPool(db, coupon, ["B1"], 2)];
  const taken = [{ poolId: first, position: 2 }, { staticCode: "ALL" }, { poolId: second, position: 1 }];
  for (const [index, code] of taken.entries()) {
    const codeTakenAt = new Date(NOON.getTime() - index * 1000);
    const sent = { state: "sent" as const, slot: index + 1, codeTakenAt, settledAt: codeTakenAt };
    await testReward(db, await testEngagement(db, shopper), coupon, { ...sent, ...code });
  }
  const page = await listSentCodes(db, { shopId: shop.id });
  expect(page.rows.map(({ codeText }) => codeText)).toEqual(["A2", "ALL", "B1"]);
});

it("says when a mail was last sent again, of those that were", async () => {
  const { db } = opened;
  const shop = await testShop(db);
  const shopper = await testShopper(db, shop.id, "grace@example.com");
  const coupon = await testCoupon(db, shop.id, { limitPerShopper: 2 });
  const hour = (n: number) => new Date(NOON.getTime() + n * 3_600_000);
  for (const [index, mails] of [3, 1].entries()) {
    const sent = { state: "sent" as const, slot: index + 1, codeTakenAt: hour(-index), settledAt: NOON };
    const reward = await testReward(db, await testEngagement(db, shopper), coupon, { ...sent, staticCode: "ALL" });
    const mail = { shopId: shop.id, rewardId: reward.id, kind: "thank_you" as const, state: "sent" as const };
    for (let number = 1; number <= mails; number += 1) {
      await db.message.create({ data: { ...mail, id: newId(), number, senderName: "Tea", createdAt: hour(number) } });
    }
  }
  const page = await listSentCodes(db, { shopId: shop.id });
  expect(page.rows.map(({ sentAgainAt }) => sentAgainAt)).toEqual([hour(3), null]);
});
