import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readInbox } from "~/jobs/read-inbox.job";
import type { OpenDatabase } from "~/platform/database.server";
import type { Coupon, Shop, ShopperIdentity } from "~/platform/generated/client";
import { NOON } from "../support/clock";
import { testDatabase } from "../support/databases";
import { testCoupon, testShop, testShopper } from "../support/factories";
import { type Pipeline, startPipeline } from "../support/pipeline";
import { cancellationOf, figuresOf, givenReward, orderWith, refundOf } from "../support/redemptions";

let opened: OpenDatabase;
let laurel: Pipeline;
let shop: Shop;
let dynamic: Coupon;
let fixed: Coupon;
let ada: ShopperIdentity;

beforeAll(async () => {
  opened = await testDatabase();
  laurel = startPipeline(opened);
});
afterAll(() => opened.close());

beforeEach(async () => {
  shop = await testShop(opened.db);
  dynamic = await testCoupon(opened.db, shop.id, { codeType: "dynamic" });
  fixed = await testCoupon(opened.db, shop.id);
  ada = await testShopper(opened.db, shop.id, "ada@example.com");
});

const redemptions = () => opened.db.redemption.findMany({ where: { shopId: shop.id }, orderBy: { code: "asc" } });
const paid = (body: object | string) => laurel.deliver(shop, body, { source: "shopify", topic: "orders/paid" });
const cancelled = (body: object) => laurel.deliver(shop, body, { source: "shopify", topic: "orders/cancelled" });
const refunded = (body: string) => laurel.deliver(shop, body, { source: "shopify", topic: "refunds/create" });

async function expectFigures(coupon: Coupon, redeemed: number, revenue: string) {
  const figures = { redeemed, revenue };
  expect(await figuresOf(opened.db, coupon)).toEqual({ kept: figures, rows: figures });
}

describe("a code of a pool", () => {
  test("is redeemed once, on its reward, whoever used it and in whatever case it is spelled", async () => {
    const reward = await givenReward(opened.db, dynamic, ada, { code: "Straße-É" });
    const order = orderWith([" STRASSE-E\u0301 "], { email: "ben@example.com", customer: null });
    for (let time = 0; time < 3; time++) await paid(order);
    await laurel.work();
    await paid(order);
    await laurel.work();
    expect(await redemptions()).toMatchObject([
      {
        rewardId: reward.id,
        couponId: dynamic.id,
        orderName: "#1001",
        code: "STRASSE-E\u0301",
        redeemedAt: NOON,
        cancelledAt: null,
      },
    ]);
    await expectFigures(dynamic, 1, "100.00");
  });

  test("that nobody was given, or that another shop gave, redeems nothing", async () => {
    const other = await testShop(opened.db);
    const theirs = await testCoupon(opened.db, other.id, { codeType: "dynamic" });
    await givenReward(opened.db, theirs, await testShopper(opened.db, other.id, "ada@example.com"), { code: "THEIRS" });
    await paid(orderWith(["THEIRS", "FREESHIP"]));
    await laurel.work();
    expect(await redemptions()).toEqual([]);
    expect(await figuresOf(opened.db, theirs)).toMatchObject({ kept: { redeemed: 0 } });
  });
});

describe("a static code", () => {
  test("counts for the reward of the order's shopper, whose rewards are used up one after the other", async () => {
    await givenReward(opened.db, fixed, await testShopper(opened.db, shop.id, "first@example.com"));
    const rewards = [await givenReward(opened.db, fixed, ada), await givenReward(opened.db, fixed, ada, { slot: 2 })];
    const order = (n: number) => orderWith(["thanks10"], { admin_graphql_api_id: `gid://shopify/Order/${n}` });
    await paid(order(1));
    await paid(order(2));
    await laurel.work();
    const found = await redemptions();
    expect(new Set(found.map((row) => row.rewardId))).toEqual(new Set(rewards.map(({ id }) => id)));
    await expectFigures(fixed, 2, "200.00");
  });

  test("used by somebody who was not sent it counts for the coupon alone, and not from before it was first sent", async () => {
    await givenReward(opened.db, fixed, ada);
    const stranger = { email: "stranger@example.com", customer: null };
    await paid(orderWith(["THANKS10"], stranger));
    const before = { processed_at: "2026-11-01T00:00:00Z", admin_graphql_api_id: "gid://shopify/Order/7" };
    await paid(orderWith(["THANKS10"], { ...stranger, ...before }));
    await laurel.work();
    expect(await redemptions()).toMatchObject([{ couponId: fixed.id, rewardId: null }]);
    await expectFigures(fixed, 1, "100.00");
  });
});

describe("an order", () => {
  test("with several of our codes counts for each, its money once for each coupon", async () => {
    for (const [index, code] of ["A", "B"].entries()) {
      await givenReward(opened.db, dynamic, ada, { code, slot: index + 1 });
    }
    await givenReward(opened.db, fixed, ada);
    await paid(orderWith(["A", "b", "a", "FREESHIP", "THANKS10"]));
    await laurel.work();
    expect((await redemptions()).map((row) => row.code)).toEqual(["A", "THANKS10", "b"]);
    await expectFigures(dynamic, 2, "100.00");
    await expectFigures(fixed, 1, "100.00");
  });

  test("that is a test counts for nothing, one that was free counts without money", async () => {
    await givenReward(opened.db, dynamic, ada, { code: "A" });
    await paid(orderWith(["A"], { test: true, admin_graphql_api_id: "gid://shopify/Order/1" }));
    await laurel.work();
    await expectFigures(dynamic, 0, "0.00");
    await paid(orderWith(["A"], { total_price: "0.00", total_price_set: null }));
    await laurel.work();
    await expectFigures(dynamic, 1, "0.00");
  });

  test("of any size is held, and refunds beyond its value take no more than that", async () => {
    await givenReward(opened.db, dynamic, ada, { code: "A" });
    const huge = { total_price: "9".repeat(60), total_price_set: { shop_money: { amount: "123456789012345678.99" } } };
    await paid(orderWith(["A"], huge));
    await laurel.work();
    await expectFigures(dynamic, 1, "10000000000000.00");
    await refunded(refundOf("1", "99999999999999999999"));
    await refunded(refundOf("2", "99999999999999999999"));
    await laurel.work();
    await expectFigures(dynamic, 1, "0.00");
  });

  test("without a code, not cancelled and not refunded, asks nothing more of the database", async () => {
    const asked: string[] = [];
    const watch = new Proxy(opened.db, {
      get: (db, name) =>
        name === "$transaction"
          ? (run: (tx: object) => unknown) => db.$transaction((tx) => run(watched(tx, asked)) as Promise<unknown>)
          : Reflect.get(db, name),
    });
    await paid(orderWith([]));
    await readInbox({ ...laurel.app, db: watch });
    expect(asked).not.toEqual([]);
    expect(asked.filter((name) => /redemption|orderRefund|couponRevenue/.test(name))).toEqual([]);
  });
});

/** Notes the name of every table a transaction is asked about through Prisma. */
function watched(tx: object, asked: string[]): object {
  return new Proxy(tx, {
    get: (target, name) => {
      asked.push(String(name));
      return Reflect.get(target, name);
    },
  });
}

describe("whatever comes first, twice or late", () => {
  const order = orderWith(["A", "THANKS10"]);
  const grown = { ...order, total_price_set: { shop_money: { amount: "120.00" } } };
  const PIECES = {
    paid: () => paid(order),
    grown: () => paid({ ...grown, updated_at: new Date(NOON.getTime() + 1000).toISOString() }),
    cancelled: () => cancelled(cancellationOf(order)),
    refund1: () => refunded(refundOf("1", "30.00")),
    refund2: () => refunded(refundOf("2", "12.34")),
    refund3: () => refunded(refundOf("3", "500.00")),
  };
  type Piece = keyof typeof PIECES;
  const NAMES = Object.keys(PIECES) as Piece[];

  test("paid, cancelled and refunds in every order of arrival leave the same redemptions and figures", async () => {
    const arrivals = fc
      .subarray(NAMES, { minLength: 1 })
      .chain((pieces) => fc.tuple(fc.constant(pieces), fc.subarray(pieces)))
      .chain(([pieces, twice]) => {
        const all = [...pieces, ...twice];
        return fc.tuple(
          fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }),
        );
      });
    await fc.assert(
      fc.asyncProperty(arrivals, async ([pieces, pauses]) => {
        shop = await testShop(opened.db);
        dynamic = await testCoupon(opened.db, shop.id, { codeType: "dynamic" });
        fixed = await testCoupon(opened.db, shop.id);
        ada = await testShopper(opened.db, shop.id, "ada@example.com");
        await givenReward(opened.db, dynamic, ada, { code: "A" });
        await givenReward(opened.db, fixed, ada);
        for (const [index, piece] of pieces.entries()) {
          await PIECES[piece]();
          if (pauses[index]) await laurel.work();
        }
        await laurel.work();
        await expectWhatHadToCome(new Set(pieces));
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  async function expectWhatHadToCome(told: Set<Piece>) {
    const [value, back] = [told.has("grown") ? 12000 : 10000, sumOf(told)];
    const wasPaid = told.has("paid") || told.has("grown");
    const counts = wasPaid && !told.has("cancelled");
    for (const coupon of [dynamic, fixed]) {
      await expectFigures(coupon, counts ? 1 : 0, money(counts ? Math.max(0, value - back) : 0));
    }
    const rows = (await redemptions()).map(({ code, orderValue, refunded, cancelledAt }) => {
      return { code, value: orderValue.toFixed(2), back: refunded.toFixed(2), isCancelled: cancelledAt !== null };
    });
    const state = { value: money(value), back: money(Math.min(value, back)), isCancelled: told.has("cancelled") };
    expect(rows).toEqual(wasPaid ? ["A", "THANKS10"].map((code) => ({ code, ...state })) : []);
    const inboxStates = await opened.db.inboxDelivery.groupBy({ by: ["state"], where: { shopId: shop.id } });
    expect(inboxStates.map(({ state }) => state)).toEqual(["read"]);
  }
});

const REFUNDS: Record<string, number> = { refund1: 3000, refund2: 1234, refund3: 50000 };
const sumOf = (told: Set<string>) => [...told].reduce((sum, name) => sum + (REFUNDS[name] ?? 0), 0);
const money = (cents: number) => (cents / 100).toFixed(2);
