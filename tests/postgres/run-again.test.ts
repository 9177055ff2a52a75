import { afterEach, describe, expect, test } from "vitest";
import { retryDelivery } from "~/engagements/retry-delivery.server";
import { readInbox } from "~/jobs/read-inbox.job";
import type { OpenDatabase } from "~/platform/database.server";
import { decideAgain } from "~/rewards/decide-again.server";
import { postgresAvailable, postgresDatabase } from "../support/databases";
import { testCoupon, testPool, testShop } from "../support/factories";
import { type Pipeline, reviewEvent, startPipeline, testThankYou } from "../support/pipeline";

const SHOPPERS = 40;
let opened: OpenDatabase;

afterEach(() => opened.close());

/** A shop without coupons; each shopper's review is in the inbox. */
async function busyShop(laurel: Pipeline): Promise<{ shopId: number; deliveries: bigint[] }> {
  const { db } = laurel.app;
  const shop = await testShop(db);
  await testThankYou(laurel.app, shop);
  const deliveries: bigint[] = [];
  for (let n = 0; n < SHOPPERS; n++) {
    const event = reviewEvent({ externalId: `r${n}`, actor: { email: `shopper${n}@example.com` } });
    deliveries.push(await laurel.deliver(shop, event));
  }
  return { shopId: shop.id, deliveries };
}

/** A smaller and a greater coupon, with codes for everybody. */
async function addCoupons({ app: { db } }: Pipeline, shopId: number): Promise<void> {
  for (const trigger of ["review", "photo_review"] as const) {
    const coupon = await testCoupon(db, shopId, { codeType: "dynamic", trigger, description: trigger });
    await testPool(
      db,
      coupon,
      Array.from({ length: SHOPPERS }, (_, n) => `${trigger}-${n}`),
    );
  }
}

/** Every engagement decided again three times at once, for as long as somebody else reads and sends. */
async function hammer(laurel: Pipeline, shopId: number): Promise<void> {
  const { db } = laurel.app;
  const ids = (await db.engagement.findMany({ where: { shopId }, select: { id: true } })).map(({ id }) => id);
  const again = async () => {
    for (const engagementId of ids) await decideAgain(db, { shopId, engagementId }, laurel.clock.now());
  };
  const work = async () => {
    for (let round = 0; round < 5; round++) await laurel.work();
  };
  await Promise.all([again(), again(), again(), work()]);
}

async function expectOneRewardEach(laurel: Pipeline, shopId: number): Promise<void> {
  const standing = await laurel.app.db.reward.findMany({ where: { shopId, state: { not: "ended" } } });
  expect(standing.map(({ state }) => state)).toEqual(Array(SHOPPERS).fill("sent"));
  expect(new Set(standing.map(({ engagementId }) => engagementId)).size).toBe(SHOPPERS);
  expect(new Set(laurel.mail.mails.map(({ to }) => to)).size).toBe(SHOPPERS);
  expect(laurel.mail.mails).toHaveLength(SHOPPERS);
  for (const coupon of await laurel.app.db.coupon.findMany({ where: { shopId } })) {
    expect(coupon.budgetUsed).toBe(standing.filter(({ couponId }) => couponId === coupon.id).length);
  }
}

describe.skipIf(!postgresAvailable())("running again", () => {
  test("never gives a second reward, however many decide at once while codes are taken and mails go out", async () => {
    opened = await postgresDatabase();
    const laurel = startPipeline(opened);
    const { shopId } = await busyShop(laurel);
    await readInbox(laurel.app);
    // All were decided on when there was nothing to give, so that deciding again is what gives.
    await addCoupons(laurel, shopId);
    await hammer(laurel, shopId);
    await laurel.work();
    await hammer(laurel, shopId);
    await laurel.work();
    await expectOneRewardEach(laurel, shopId);
  });

  test("reads deliveries that failed once each, however often they are run again while others are read", async () => {
    opened = await postgresDatabase();
    const laurel = startPipeline(opened);
    const { shopId, deliveries } = await busyShop(laurel);
    await addCoupons(laurel, shopId);
    const { db } = laurel.app;
    const failed = { state: "failed" as const, attempts: 5, reason: "failed_repeatedly" };
    await db.inboxDelivery.updateMany({ where: { shopId, id: { in: deliveries.slice(0, 20) } }, data: failed });
    const again = async () => {
      for (const id of deliveries) await retryDelivery(db, { shopId, id }, laurel.clock.now());
    };
    await Promise.all([again(), again(), laurel.work(), again()]);
    for (let round = 0; round < 3; round++) await laurel.work();
    expect(await db.inboxDelivery.count({ where: { shopId, state: "read" } })).toBe(SHOPPERS);
    await expectOneRewardEach(laurel, shopId);
  });
});
