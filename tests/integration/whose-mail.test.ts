import { afterEach, beforeEach, expect, test } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { testDatabase } from "../support/databases";
import { testCoupon, testShop } from "../support/factories";
import { orderBody, type Pipeline, reviewEvent, startPipeline } from "../support/pipeline";

const DAY = 86_400;
let opened: OpenDatabase;
let laurel: Pipeline;
let shop: Shop;

beforeEach(async () => {
  opened = await testDatabase();
  laurel = startPipeline(opened);
  shop = await testShop(opened.db);
  const words = "Hi {{ customer.first_name }}: {{ coupon.code }}";
  const templates = { subject: "Thank you", body: words, htmlTemplate: words, textTemplate: words };
  await opened.db.thankYouEmail.create({
    data: { shopId: shop.id, version: 1, ...templates, createdAt: laurel.clock.now() },
  });
});

afterEach(() => opened.close());

const order = () => laurel.deliver(shop, orderBody(), { source: "shopify", topic: "orders/paid" });
const mailed = () => laurel.mail.mails.map((mail) => [mail.to, mail.text]);

test("a review under a variant of an address redirects and renames nothing that was promised to that address", async () => {
  await testCoupon(opened.db, shop.id, { trigger: "order", delaySeconds: DAY, staticCode: "ORDER" });
  await order();
  await laurel.work();
  for (const email of ["ada+attacker@example.com", "ⓐda@example.com", "ada@example.com"]) {
    await laurel.deliver(shop, reviewEvent({ externalId: email, actor: { email, name: "Mallory" } }));
  }
  await laurel.after(DAY);
  expect(mailed()).toEqual([["ada@example.com", "Hi Ada: ORDER"]]);
});

test("a second review under a variant does not redirect what the first one is upgraded to", async () => {
  await testCoupon(opened.db, shop.id, { staticCode: "PLAIN", delaySeconds: DAY });
  await testCoupon(opened.db, shop.id, { trigger: "photo_review", staticCode: "PHOTO" });
  await laurel.deliver(shop, reviewEvent());
  await laurel.work();
  const variant = { email: "ada+attacker@example.com", name: "Mallory" };
  await laurel.deliver(shop, reviewEvent({ externalId: "r2", photos: { count: 1 }, actor: variant }));
  await laurel.after(DAY);
  expect(mailed()).toEqual([["ada@example.com", "Hi Ada: PHOTO"]]);
});

test("a plus-address gets its own mail, and is the same person for the limit", async () => {
  await testCoupon(opened.db, shop.id);
  await laurel.deliver(shop, reviewEvent({ actor: { email: "Ada+Shop@Example.com", name: "Ada" } }));
  await laurel.deliver(shop, reviewEvent({ externalId: "r2", product: { shopifyId: "8" } }));
  await laurel.work();
  expect(mailed()).toEqual([["Ada+Shop@Example.com", "Hi Ada: THANKS10"]]);
});

test("one review from two sources is one fact also where only one of them knows the customer", async () => {
  await testCoupon(opened.db, shop.id, { limitPerShopper: 5 });
  const customer = { id: 9, admin_graphql_api_id: "gid://shopify/Customer/9", email: "old@example.com" };
  await laurel.deliver(shop, orderBody({ email: "old@example.com", customer }), {
    source: "shopify",
    topic: "orders/paid",
  });
  await laurel.deliver(shop, reviewEvent({ source: "loox" }));
  const known = { email: "ada@example.com", shopifyCustomerId: "9" };
  await laurel.deliver(shop, reviewEvent({ source: "flow", externalId: "f1", actor: known }));
  await laurel.work();
  expect(laurel.mail.mails).toHaveLength(1);
});

test("blocking an address blocks the person under every spelling", async () => {
  await testCoupon(opened.db, shop.id, { delaySeconds: DAY });
  await laurel.deliver(shop, reviewEvent({ actor: { email: "ada+1@example.com" } }));
  await laurel.work();
  const person = await opened.db.shopperIdentity.findFirstOrThrow({ where: { kind: "email" } });
  const blocked = { shopId: shop.id, kind: "email" as const, keyedHash: person.keyedHash, label: "a•••@example.com" };
  await opened.db.blockedAddress.create({ data: { ...blocked, createdAt: laurel.clock.now() } });
  await laurel.after(DAY);
  expect(laurel.mail.mails).toEqual([]);
});
