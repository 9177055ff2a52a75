import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { testDatabase } from "../support/databases";
import { testCoupon, testShop } from "../support/factories";
import { orderBody, type Pipeline, reviewEvent, startPipeline, testThankYou } from "../support/pipeline";

const HOUR = 3600;
let opened: OpenDatabase;
let laurel: Pipeline;
let shop: Shop;

beforeEach(async () => {
  opened = await testDatabase();
  laurel = startPipeline(opened);
  shop = await testShop(opened.db);
  await testThankYou(laurel.app, shop);
});

afterEach(() => opened.close());

const soon = (seconds: number) => new Date(laurel.clock.now().getTime() + seconds * 1000).toISOString();
const addresses = () => laurel.mail.mails.map((mail) => mail.to);

/** An order as an ERP tells it, with or without its id in Shopify. */
function erpOrder(changes: Record<string, unknown> = {}) {
  const order = { version: 1, subject: "order", source: "erp", externalId: "A-7", occurredAt: soon(0) };
  return { ...order, actor: { email: "ada@example.com" }, ...changes };
}
const SHOPIFY_ID = { order: { shopifyId: "820982911946154508" } };

test.each([
  ["rejected", { published: "rejected" }],
  ["a test", { flags: { test: true } }],
  ["without a photo", { photos: { count: 0 } }],
])("a stranger's review under a shopper's address, %s, ends no promise of hers", async (_name, changes) => {
  await testCoupon(opened.db, shop.id, { trigger: "photo_review", delaySeconds: HOUR });
  await laurel.deliver(shop, reviewEvent({ published: "published", photos: { count: 1 } }));
  await laurel.work();
  laurel.clock.advance(60);
  const junk = { externalId: "junk", occurredAt: soon(0), updatedAt: soon(0) };
  await laurel.deliver(shop, reviewEvent({ ...junk, ...changes }));
  await laurel.work();
  await laurel.deliver(shop, reviewEvent({ ...junk, action: "deleted", updatedAt: soon(1) }));
  await laurel.after(2 * HOUR);
  expect(addresses()).toEqual(["ada@example.com"]);
});

test("a review that joined another still counts when the other one is deleted", async () => {
  await testCoupon(opened.db, shop.id, { delaySeconds: HOUR });
  await laurel.deliver(shop, reviewEvent({ externalId: "r1", actor: {} }));
  await laurel.deliver(shop, reviewEvent({ externalId: "r2" }));
  await laurel.deliver(shop, reviewEvent({ externalId: "r1", action: "updated", updatedAt: soon(1) }));
  await laurel.work();
  await laurel.deliver(shop, reviewEvent({ externalId: "r2", action: "deleted", updatedAt: soon(2) }));
  await laurel.after(2 * HOUR);
  expect(addresses()).toEqual(["ada@example.com"]);
});

test("photos that were deleted earn nothing", async () => {
  await testCoupon(opened.db, shop.id, { trigger: "photo_review", delaySeconds: HOUR });
  await laurel.deliver(shop, reviewEvent());
  const photos = { version: 1, subject: "media", externalId: "m1", parentExternalId: "r1" };
  await laurel.deliver(shop, { ...photos, photos: { count: 3 } });
  await laurel.work();
  await laurel.deliver(shop, { ...photos, action: "deleted" });
  await laurel.after(2 * HOUR);
  expect(addresses()).toEqual([]);
});

test("an open promise goes to the address its own review or order was corrected to; what was sent stays", async () => {
  await testCoupon(opened.db, shop.id, { delaySeconds: HOUR });
  await testCoupon(opened.db, shop.id, { trigger: "order", delaySeconds: HOUR });
  const paid = { source: "shopify" as const, topic: "orders/paid" };
  await laurel.deliver(shop, reviewEvent({ actor: { email: "typo@example.com" } }));
  await laurel.deliver(shop, orderBody({ email: "tpyo@example.com", customer: null }), paid);
  await laurel.work();
  const corrected = { action: "updated", updatedAt: soon(1), actor: { email: "ada@example.com" } };
  await laurel.deliver(shop, reviewEvent(corrected));
  await laurel.deliver(shop, orderBody({ updated_at: soon(1), customer: null }), paid);
  await laurel.after(2 * HOUR);
  expect(addresses()).toEqual(["ada@example.com", "ada@example.com"]);
  await laurel.deliver(shop, reviewEvent({ ...corrected, updatedAt: soon(2), actor: { email: "eve@example.com" } }));
  await laurel.after(HOUR);
  const rewards = await opened.db.reward.findMany({ include: { recipient: true } });
  expect(rewards.map((reward) => reward.recipient.value)).toEqual(["ada@example.com", "ada@example.com"]);
});

test("two orders' promises that turn out to be one order's become one, whichever was first", async () => {
  await testCoupon(opened.db, shop.id, { trigger: "order", delaySeconds: HOUR, limitPerShopper: 5, budget: 5 });
  await laurel.deliver(shop, erpOrder());
  await laurel.deliver(shop, orderBody(), { source: "shopify", topic: "orders/paid" });
  await laurel.work();
  expect(await opened.db.reward.count({ where: { state: "promised" } })).toBe(2);
  await laurel.deliver(shop, erpOrder(SHOPIFY_ID));
  await laurel.work();
  expect(await opened.db.reward.findMany({ where: { state: "ended" } })).toMatchObject([{ reason: "same_engagement" }]);
  expect(await opened.db.coupon.findFirst()).toMatchObject({ budgetUsed: 1 });
  await laurel.after(2 * HOUR);
  expect(addresses()).toHaveLength(1);
});

test("an order that was rewarded before anybody knew its Shopify id is not rewarded again under it", async () => {
  await testCoupon(opened.db, shop.id, { trigger: "order", limitPerShopper: 5 });
  await laurel.deliver(shop, erpOrder());
  await laurel.work();
  await laurel.deliver(shop, erpOrder(SHOPIFY_ID));
  await laurel.deliver(shop, orderBody(), { source: "shopify", topic: "orders/paid" });
  await laurel.work();
  expect(addresses()).toHaveLength(1);
});

test("one review and one order earn one coupon each, in whatever order and batches their events come", async () => {
  await testCoupon(opened.db, shop.id, { limitPerShopper: 50, delaySeconds: HOUR });
  await testCoupon(opened.db, shop.id, { trigger: "photo_review", limitPerShopper: 50, delaySeconds: HOUR });
  await testCoupon(opened.db, shop.id, { trigger: "order", limitPerShopper: 50, delaySeconds: HOUR });
  const told = (n: number) => {
    const actor = { email: `shopper${n}@example.com` };
    const [r1, r2, sku] = [`r1-${n}`, `r2-${n}`, { sku: `SKU-${n}` }];
    const review = (changes: Record<string, unknown>) => reviewEvent({ externalId: r1, actor, ...changes });
    const order = { ...erpOrder({ externalId: `A-${n}`, actor }) };
    return [
      review({}),
      review({ product: sku }),
      review({ product: { shopifyId: "7", ...sku }, photos: { count: 1 }, action: "updated", updatedAt: soon(1) }),
      review({ externalId: r2, product: sku, published: "rejected" }),
      review({ externalId: r2, product: sku, action: "deleted", actor: {}, updatedAt: soon(3) }),
      { version: 1, subject: "media", externalId: `m-${n}`, parentExternalId: r2 },
      order,
      { ...order, order: { shopifyId: `${1000 + n}` } },
      { ...order, source: null, externalId: `${1000 + n}` },
    ];
  };
  const order = fc.shuffledSubarray([...told(0).keys()], { minLength: 9 });
  let shoppers = 0;
  const turns = fc.array(fc.boolean(), { minLength: 9, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(order, turns, async (places, reads) => {
      shoppers += 1;
      const bodies = told(shoppers);
      const before = laurel.mail.mails.length;
      for (const [index, place] of places.entries()) {
        await laurel.deliver(shop, bodies[place] ?? {});
        if (reads[index]) await laurel.work();
      }
      await laurel.work();
      await laurel.after(2 * HOUR);
      expect(laurel.mail.mails.length - before).toBe(2);
    }),
    { numRuns: 8 },
  );
});
