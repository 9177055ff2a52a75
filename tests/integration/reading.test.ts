import { afterEach, beforeEach, expect, test } from "vitest";
import { readInbox } from "~/jobs/read-inbox.job";
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
});

afterEach(() => opened.close());

test("one delivery that always throws is given up after five tries, and the others of its batch are not delayed", async () => {
  await testCoupon(opened.db, shop.id);
  // Stands for whatever the database may refuse that nobody foresaw.
  await opened.db.$executeRaw`alter table engagement add constraint unforeseen check (product_title <> 'Poison')`;
  const poison = await laurel.deliver(
    shop,
    reviewEvent({ externalId: "poison", product: { shopifyId: "9", title: "Poison" } }),
  );
  await laurel.deliver(shop, reviewEvent());
  await laurel.work();
  expect(laurel.mail.mails.map((mail) => mail.to)).toEqual(["ada@example.com"]);
  for (const seconds of [5, 60, 600, 3600]) await laurel.after(seconds);
  const row = await opened.db.inboxDelivery.findUniqueOrThrow({ where: { id: poison } });
  expect(row).toMatchObject({ state: "failed", attempts: 5, reason: "failed_repeatedly" });
});

test("one shop's delivery that throws leaves the others' deliveries in one batch each", async () => {
  await opened.db.$executeRaw`alter table engagement add constraint unforeseen check (product_title <> 'Poison')`;
  const other = await testShop(opened.db);
  const product = { shopifyId: "9", title: "Poison" };
  const poison = await laurel.deliver(shop, reviewEvent({ externalId: "poison", product }));
  await laurel.deliver(shop, reviewEvent());
  for (let index = 0; index < 5; index++) await laurel.deliver(other, reviewEvent({ externalId: `r${index}` }));
  await laurel.work();
  expect(await opened.db.inboxDelivery.findMany({ where: { state: "waiting" } })).toMatchObject([{ id: poison }]);
  const [transactions] = await opened.db.$queryRaw<{ count: number }[]>`
    select count(distinct xmin::text)::int as count from inbox_delivery where shop_id = ${other.id}`;
  expect(transactions?.count).toBe(1);
});

test("a database that goes away while a batch is read is no delivery's fault: none is put off", async () => {
  await testCoupon(opened.db, shop.id);
  await opened.db.$executeRaw`alter table engagement add constraint unforeseen check (product_title <> 'Teapot')`;
  const id = await laurel.deliver(shop, reviewEvent());
  const away = new Proxy(opened.db, {
    get: (db, name) =>
      name === "$queryRaw" ? () => Promise.reject(new Error("connection refused")) : Reflect.get(db, name),
  });
  await expect(readInbox({ ...laurel.app, db: away })).rejects.toThrow();
  const row = await opened.db.inboxDelivery.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ state: "waiting", attempts: 0, nextTryAt: laurel.clock.now() });
});

test("what a promise that ends gives back is there for the next engagement of the same batch", async () => {
  await testCoupon(opened.db, shop.id, { limitPerShopper: 1, budget: 1, delaySeconds: 3600 });
  await laurel.deliver(shop, reviewEvent());
  await laurel.work();
  const later = new Date(laurel.clock.now().getTime() + 1000).toISOString();
  await laurel.deliver(shop, reviewEvent({ action: "deleted", updatedAt: later }));
  await laurel.deliver(shop, reviewEvent({ externalId: "r2", product: { shopifyId: "8", title: "Cup" } }));
  await readInbox(laurel.app);
  const rewards = await opened.db.reward.findMany({ orderBy: { promisedAt: "asc" }, select: { state: true } });
  expect(rewards.map(({ state }) => state).sort()).toEqual(["ended", "promised"]);
});
