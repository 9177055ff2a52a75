import { afterEach, beforeEach, expect, test } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { testDatabase } from "../support/databases";
import { testCoupon, testShop } from "../support/factories";
import { type Pipeline, reviewEvent, startPipeline, testThankYou } from "../support/pipeline";

let opened: OpenDatabase;
let laurel: Pipeline;
let shop: Shop;

beforeEach(async () => {
  opened = await testDatabase();
  laurel = startPipeline(opened);
  shop = await testShop(opened.db);
  await testThankYou(laurel.app, shop);
  await testCoupon(opened.db, shop.id, { limitPerShopper: 5 });
});
afterEach(() => opened.close());

async function say(externalId: string, actor: object, product: object): Promise<void> {
  laurel.clock.advance(1);
  await laurel.deliver(shop, reviewEvent({ externalId, actor, product, updatedAt: laurel.clock.now().toISOString() }));
}

const unread = () => opened.db.inboxDelivery.findMany({ where: { state: { not: "read" } } });
const facts = () => opened.db.engagement.count({ where: { mergedIntoId: null } });

const BEA = { email: "bea@example.com" };
const TEAPOT = { shopifyId: "8" };

test("a review that names its product only when it no longer names its shopper meets what that shopper wrote of it", async () => {
  await say("r1", BEA, TEAPOT);
  await say("r2", BEA, {});
  await laurel.work();
  await say("r2", {}, TEAPOT);
  await laurel.work();
  expect(await unread()).toEqual([]);
  expect(await facts()).toBe(1);
});

test("the same within one batch", async () => {
  await say("r1", BEA, TEAPOT);
  await laurel.work();
  await say("r2", BEA, {});
  await say("r2", {}, TEAPOT);
  await laurel.work();
  expect(await unread()).toEqual([]);
  expect(await facts()).toBe(1);
});

test("a review whose address is corrected to another person's is read, whatever that person wrote", async () => {
  await say("r1", BEA, TEAPOT);
  await say("r2", { email: "cid@example.com" }, TEAPOT);
  await say("r3", BEA, {});
  await laurel.work();
  await say("r3", { email: "cid@example.com" }, TEAPOT);
  await laurel.work();
  expect(await unread()).toEqual([]);
});
