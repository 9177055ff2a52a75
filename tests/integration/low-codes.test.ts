import { afterEach, beforeEach, expect, test } from "vitest";
import { listShortCoupons } from "~/insights/list-short-coupons.server";
import { sweep } from "~/jobs/sweep.job";
import type { OpenDatabase } from "~/platform/database.server";
import type { Coupon, Shop } from "~/platform/generated/client";
import { testDatabase } from "../support/databases";
import { testCoupon, testPool, testShop } from "../support/factories";
import { type Pipeline, reviewEvent, startPipeline, testThankYou } from "../support/pipeline";

let opened: OpenDatabase;
let laurel: Pipeline;
let shop: Shop;

beforeEach(async () => {
  opened = await testDatabase();
  laurel = startPipeline(opened);
  shop = await testShop(opened.db, { email: "owner@example.com" });
  await testThankYou(laurel.app, shop);
});
afterEach(() => opened.close());

const dynamic = (changes: Partial<Coupon> = {}) =>
  testCoupon(opened.db, shop.id, { codeType: "dynamic", lowCodesAt: 2, ...changes });

async function review(...names: string[]): Promise<void> {
  for (const name of names) {
    await laurel.deliver(shop, reviewEvent({ externalId: name, actor: { email: `${name}@example.com` } }));
  }
  await laurel.work();
  await sweep(laurel.app);
  await laurel.work();
}

const reminders = () => laurel.mail.mails.filter(({ from }) => from.name === "Laurel");

test("a reminder tells the coupon, what is left, promised and waiting, the pace, and where to add codes", async () => {
  const { id } = await dynamic({ remindedEmails: ["ada@shop.example", "bob@shop.example"] });
  await testPool(opened.db, { shopId: shop.id, id } as Coupon, ["ONE", "TWO", "THREE"]);
  await review("ann");
  const [first, second] = reminders();
  expect([first?.to, second?.to].sort()).toEqual(["ada@shop.example", "bob@shop.example"]);
  expect(first?.subject).toBe("2 codes left for “10% off your next order”");
  for (const said of [
    "Codes left: 2",
    "Promised, not sent yet: 0",
    "Waiting for a code: 0",
    "Given in the last 14 days: 1",
  ]) {
    expect(first?.text).toContain(said);
  }
  expect(first?.html).toContain(`/app/coupons/${id}/codes`);
});

test("a promise that ends arms nothing again: only new codes do", async () => {
  const coupon = await dynamic({ delaySeconds: 3600 });
  await testPool(opened.db, coupon, ["ONE", "TWO", "THREE"]);
  await review("ann");
  expect(reminders()).toHaveLength(1);
  await laurel.deliver(
    shop,
    reviewEvent({ externalId: "ann", action: "deleted", actor: { email: "ann@example.com" } }),
  );
  await laurel.work();
  await review("bea");
  expect(await opened.db.reward.count({ where: { state: "ended" } })).toBe(1);
  expect(reminders()).toHaveLength(1);
});

test("a coupon whose budget is used up asks for codes only where more are promised than there are", async () => {
  const named = async () => (await listShortCoupons(opened.db, { shopId: shop.id })).length;
  const coupon = await dynamic({ budget: 2, delaySeconds: 3600, lowCodesAt: 1 });
  await testPool(opened.db, coupon, ["ONE", "TWO"]);
  await review("ann", "bea");
  expect([reminders().length, await named()]).toEqual([0, 0]);
  await opened.db.coupon.updateMany({ where: { shopId: shop.id, id: coupon.id }, data: { budget: 3 } });
  await review("cid");
  expect([reminders().length, await named()]).toEqual([1, 1]);
});

test("a coupon that runs low or keeps rewards waiting is named, with what is left and who waits", async () => {
  const named = async () =>
    (await listShortCoupons(opened.db, { shopId: shop.id })).map(({ description, codesLeft, waiting }) => [
      description,
      codesLeft,
      waiting,
    ]);
  await testPool(opened.db, await dynamic({ description: "Free tea" }), ["ONE", "TWO", "THREE"]);
  expect(await named()).toEqual([]);
  await review("ann");
  expect(await named()).toEqual([["Free tea", 2, 0]]);
  await review("bea", "cleo", "dora");
  expect(await named()).toEqual([["Free tea", 0, 1]]);
});

test("looking at many coupons whose codes may run low costs as much as looking at one", async () => {
  const statements = async () => {
    let count = 0;
    const db = opened.db.$extends({
      query: {
        $allOperations({ args, query }) {
          count += 1;
          return query(args);
        },
      },
    });
    await sweep({ ...laurel.app, db: db as unknown as OpenDatabase["db"] });
    return count;
  };
  const idle = await statements();
  const known = await dynamic();
  await testPool(opened.db, known, ["ONE"]);
  await review();
  expect(reminders()).toHaveLength(1);
  // Nothing new can be told of a coupon whose level is on record already: it is not counted.
  expect(await statements()).toBe(idle);
  // Rewards that went out with the fallback make codes look fewer than they are: only counting can tell.
  const unclear = async () => {
    const coupon = await dynamic({ budgetUsed: 5, lowCodesAt: 2 });
    await testPool(
      opened.db,
      coupon,
      ["A", "B", "C"].map((letter) => `${letter}-${coupon.id}`),
    );
  };
  await unclear();
  expect(await statements()).toBe(idle + 1);
  for (let index = 0; index < 5; index++) await unclear();
  expect(await statements()).toBe(idle + 1);
  expect(reminders()).toHaveLength(1);
});

test("a coupon without a number, and a static one, remind nobody", async () => {
  const coupon = await dynamic({ lowCodesAt: null });
  await testPool(opened.db, coupon, ["ONE"]);
  await review("ann", "bea");
  expect(reminders()).toEqual([]);
  expect(await opened.db.codesReminder.count()).toBe(0);
});

test("where the pools are empty the fallback code goes out, and stands on the reward", async () => {
  const coupon = await dynamic({ whenEmpty: "fallback", fallbackCode: "EVERYBODY" });
  await testPool(opened.db, coupon, ["ONE"]);
  await review("ann", "bea");
  const rewards = await opened.db.reward.findMany({ include: { code: true }, orderBy: { promisedAt: "asc" } });
  expect(rewards.map(({ state, staticCode, codeKey }) => [state, staticCode, codeKey]).sort()).toEqual(
    [
      ["sent", null, "ONE"],
      ["sent", "EVERYBODY", "EVERYBODY"],
    ].sort(),
  );
});

test("rewards that wait for codes go out with the fallback once the merchant chooses one", async () => {
  const coupon = await dynamic();
  await testPool(opened.db, coupon, ["ONE"]);
  await review("ann", "bea");
  expect(await opened.db.reward.count({ where: { state: "waiting_for_code" } })).toBe(1);
  await opened.db.coupon.updateMany({ data: { whenEmpty: "fallback", fallbackCode: "EVERYBODY" } });
  await sweep(laurel.app);
  await laurel.work();
  expect(await opened.db.reward.count({ where: { state: "sent" } })).toBe(2);
});
