import { afterEach, describe, expect, test } from "vitest";
import { readInbox } from "~/jobs/read-inbox.job";
import type { OpenDatabase } from "~/platform/database.server";
import type { Coupon, Shop } from "~/platform/generated/client";
import { findRewardsWithCodes } from "~/rewards/find-rewards-with-codes.server";
import { postgresAvailable, postgresDatabase } from "../support/databases";
import { testCoupon, testShop, testShopper } from "../support/factories";
import { type Pipeline, startPipeline } from "../support/pipeline";
import { cancellationOf, figuresOf, givenReward, orderWith, refundOf } from "../support/redemptions";

const ORDERS = 40;
let opened: OpenDatabase;

afterEach(() => opened.close());

/** A shop with a static coupon. Ids of orders and refunds are the same in every shop, as are the codes. */
async function sellingShop(): Promise<{ shop: Shop; coupon: Coupon }> {
  const shop = await testShop(opened.db);
  const coupon = await testCoupon(opened.db, shop.id);
  await givenReward(opened.db, coupon, await testShopper(opened.db, shop.id, "ada@example.com"));
  return { shop, coupon };
}

/** Tells of an order: its payment twice, of each third one a refund before it, and of each fifth one a cancellation. */
async function tell(laurel: Pipeline, shop: Shop, n: number): Promise<void> {
  const order = orderWith(["thanks10"], { admin_graphql_api_id: `gid://shopify/Order/${n}` });
  const from = (topic: string) => ({ source: "shopify" as const, topic });
  if (n % 3 === 0) await laurel.deliver(shop, refundOf(String(n), "10.00", String(n)), from("refunds/create"));
  if (n % 5 === 0) await laurel.deliver(shop, cancellationOf(order), from("orders/cancelled"));
  await laurel.deliver(shop, order, from("orders/paid"));
  await laurel.deliver(shop, order, from("orders/paid"));
}

describe.skipIf(!postgresAvailable())("several workers", () => {
  test("count every order once while its webhooks keep coming in, and keep shops with the same ids apart", async () => {
    opened = await postgresDatabase();
    const laurel = startPipeline(opened);
    const shops = [await sellingShop(), await sellingShop()];
    let isTelling = true;
    const worker = async () => {
      while (isTelling) await readInbox(laurel.app);
    };
    const workers = [worker(), worker()];
    for (let n = 1; n <= ORDERS; n++) await Promise.all(shops.map(({ shop }) => tell(laurel, shop, n)));
    isTelling = false;
    await Promise.all(workers);
    await readInbox(laurel.app);
    const numbers = Array.from({ length: ORDERS }, (_, index) => index + 1).filter((n) => n % 5 !== 0);
    const revenue = numbers.reduce((sum, n) => sum + (n % 3 === 0 ? 90 : 100), 0).toFixed(2);
    const figures = { redeemed: numbers.length, revenue };
    for (const { coupon, shop } of shops) {
      expect(await figuresOf(opened.db, coupon)).toEqual({ kept: figures, rows: figures });
      expect(await opened.db.redemption.count({ where: { shopId: shop.id } })).toBe(ORDERS);
      expect(await opened.db.inboxDelivery.count({ where: { shopId: shop.id, state: { not: "read" } } })).toBe(0);
    }
  }, 60_000);
});

const HOLDERS = 20_000;

/** Gives everybody's code to so many shoppers, in a table the planner has no statistics of. */
async function giveToMany({ shop, coupon }: { shop: Shop; coupon: Coupon }): Promise<void> {
  await opened.db.$transaction(async (tx) => {
    // The shoppers and engagements themselves are of no interest here.
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.$executeRaw`
      insert into reward (shop_id, id, engagement_id, coupon_id, shopper_id, recipient_id, state, slot, description,
        static_code, code_key, promised_at, code_taken_at, settled_at)
      select ${shop.id}, gen_random_uuid(), gen_random_uuid(), ${coupon.id}::uuid, gen_random_uuid(), gen_random_uuid(),
        'sent', 1, '', 'THANKS10', 'THANKS10', now(), now(), now() from generate_series(1, ${HOLDERS}::int)`;
  });
}

describe.skipIf(!postgresAvailable())("a code that twenty thousand shoppers have", () => {
  test("is matched by reading a handful of rewards for each order, with or without statistics", async () => {
    opened = await postgresDatabase();
    const selling = await sellingShop();
    await giveToMany(selling);
    const { shopId, shopperId } = await opened.db.reward.findFirstOrThrow({
      where: { shopId: selling.shop.id, NOT: { description: "" } },
    });
    const used = [shopperId, null].map((one) => ({
      shopId,
      shopperId: one,
      codeKey: "THANKS10",
      placedAt: new Date(),
    }));
    const read = () =>
      opened.db.$transaction(async (tx) => {
        const holders = await findRewardsWithCodes(tx, used);
        const [count] = await tx.$queryRaw<{ rows: number }[]>`
          select (seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_xact_user_tables where relname = 'reward'`;
        return { holders, rows: count?.rows ?? Number.NaN };
      });
    const unprepared = await read();
    expect(unprepared.holders.map((holder) => holder.shopperId)).toContain(shopperId);
    expect(unprepared.rows).toBeLessThan(20);
    await opened.db.$executeRaw`analyze reward`;
    expect((await read()).rows).toBeLessThan(20);
  });
});
