import { afterAll, beforeAll, expect, test } from "vitest";
import { importCodes } from "~/codes/import-codes.server";
import type { OpenDatabase } from "~/platform/database.server";
import type { Coupon, Shop } from "~/platform/generated/client";
import { testDatabase } from "./support/databases";
import { testCoupon, testShop } from "./support/factories";
import { orderBody, type Pipeline, reviewEvent, startPipeline, testThankYou } from "./support/pipeline";
import { figuresOf, orderWith, refundOf } from "./support/redemptions";

// One story, in order: each test goes on where the one before it stopped.

const MINUTE = 60;
let opened: OpenDatabase;
let laurel: Pipeline;
let shop: Shop;
let photoCoupon: Coupon;

beforeAll(async () => {
  opened = await testDatabase();
  laurel = startPipeline(opened);
  shop = await testShop(opened.db, { holdSeconds: 30 * MINUTE });
  await testThankYou(laurel.app, shop);
  await testCoupon(opened.db, shop.id, { trigger: "order", description: "5% off", staticCode: "ORDER5" });
  await testCoupon(opened.db, shop.id, { trigger: "review", description: "10% off", staticCode: "REVIEW10" });
  const dynamic = { trigger: "photo_review", description: "15% off", codeType: "dynamic" } as const;
  photoCoupon = await testCoupon(opened.db, shop.id, dynamic);
});

afterAll(() => opened.close());

test("a paid order earns its coupon at once, since no waiting could change anything", async () => {
  await laurel.deliver(shop, orderBody(), { source: "shopify", topic: "orders/paid" });
  await laurel.work();
  expect(laurel.mail.mails.map((mail) => [mail.to, mail.text])).toEqual([["ada@example.com", "5% off: ORDER5"]]);
});

test("the same order under another delivery id earns nothing more", async () => {
  await laurel.deliver(shop, orderBody(), { source: "shopify", topic: "orders/paid" });
  await laurel.work();
  expect(laurel.mail.mails).toHaveLength(1);
});

test("a review waits for the end of the hold window, because a photo could still follow", async () => {
  await laurel.deliver(shop, reviewEvent());
  await laurel.work();
  expect(laurel.mail.mails).toHaveLength(1);
  const reward = await opened.db.reward.findFirstOrThrow({ where: { description: "10% off" } });
  expect(reward).toMatchObject({ state: "promised", staticCode: null, sendAt: new Date("2026-11-20T12:30:00.000Z") });
});

test("a photo within the window turns the promise into the better one; the empty pool makes it wait, not vanish", async () => {
  laurel.clock.advance(10 * MINUTE);
  await laurel.deliver(
    shop,
    reviewEvent({ action: "updated", updatedAt: "2026-11-20T12:10:00Z", photos: { count: 1 } }),
  );
  await laurel.after(20 * MINUTE);
  expect(laurel.mail.mails).toHaveLength(1);
  const states = await opened.db.reward.findMany({
    where: { NOT: { description: "5% off" } },
    orderBy: { promisedAt: "asc" },
  });
  expect(states.map((reward) => [reward.description, reward.state, reward.reason])).toEqual([
    ["10% off", "ended", "upgraded"],
    ["15% off", "waiting_for_code", null],
  ]);
});

test("an added code reaches the shopper who waited for one", async () => {
  const bytes = (async function* () {
    yield Buffer.from("PHOTO-1\nPHOTO-2\n");
  })();
  const upload = { shopId: shop.id, couponId: photoCoupon.id, fileName: "codes.csv", bytes };
  expect((await importCodes(opened.db, upload, laurel.clock.now())).outcome).toBe("imported");
  await laurel.work();
  expect(laurel.mail.mails.at(-1)).toMatchObject({ to: "ada@example.com", text: "15% off: PHOTO-1" });
});

test("a second review of the same product is already rewarded", async () => {
  await laurel.deliver(
    shop,
    reviewEvent({ externalId: "r2", photos: { count: 2 }, occurredAt: "2026-11-20T12:30:00Z", updatedAt: null }),
  );
  await laurel.after(60 * MINUTE);
  expect(laurel.mail.mails).toHaveLength(2);
  const last = await opened.db.engagementDecision.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(last.reason).toBe("already_rewarded");
});

test("a review deleted within the window earns nothing, even where the deletion came first", async () => {
  const grace = { externalId: "r3", actor: { email: "grace@example.com" }, occurredAt: null };
  await laurel.deliver(shop, reviewEvent({ ...grace, action: "deleted", updatedAt: "2026-11-20T13:31:00Z" }));
  await laurel.work();
  await laurel.deliver(shop, reviewEvent({ ...grace, updatedAt: "2026-11-20T13:30:00Z" }));
  await laurel.after(60 * MINUTE);
  expect(laurel.mail.mails).toHaveLength(2);
});

test("an order with the code is its reward's, and a refund takes back what it brought in", async () => {
  const order = orderWith(["photo-1"], { admin_graphql_api_id: "gid://shopify/Order/1002", name: "#1002" });
  await laurel.deliver(shop, order, { source: "shopify", topic: "orders/paid" });
  await laurel.deliver(shop, refundOf("1", "40.00", "1002"), { source: "shopify", topic: "refunds/create" });
  await laurel.work();
  const redemption = await opened.db.redemption.findFirstOrThrow({ include: { reward: { include: { code: true } } } });
  expect(redemption).toMatchObject({ orderName: "#1002", reward: { code: { code: "PHOTO-1" } } });
  const figures = { redeemed: 1, revenue: "60.00" };
  expect(await figuresOf(opened.db, photoCoupon)).toEqual({ kept: figures, rows: figures });
});

test("everything is on record: what came, what was decided and what was sent", async () => {
  const sent = await opened.db.reward.findMany({
    where: { state: "sent" },
    include: { code: true },
    orderBy: { settledAt: "asc" },
  });
  expect(sent.map((reward) => reward.staticCode ?? reward.code?.code)).toEqual(["ORDER5", "PHOTO-1"]);
  const deliveries = await opened.db.inboxDelivery.findMany({ orderBy: { id: "asc" } });
  expect(deliveries.map((delivery) => delivery.state)).toEqual(Array(9).fill("read"));
  const decisions = await opened.db.engagementDecision.findMany({ orderBy: { id: "asc" } });
  expect(decisions.map(({ reason }) => reason)).toEqual([
    ...["promised", "already_rewarded"],
    ...["promised", "promised", "already_rewarded"],
    ...["withdrawn", "limit_reached"],
  ]);
  const messages = await opened.db.message.findMany();
  expect(messages.map(({ state, html, text }) => ({ state, html, text }))).toEqual(
    Array(2).fill({ state: "sent", html: null, text: null }),
  );
});
