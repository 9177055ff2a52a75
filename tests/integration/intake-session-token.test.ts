import { afterEach, expect, test } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { testDatabase } from "../support/databases";
import { testShop } from "../support/factories";
import { openIntake } from "../support/intake";
import { startPipeline } from "../support/pipeline";
import { sessionTokenFor } from "../support/shopify-double";
import { signedShopifyWebhook } from "../support/signed-webhook";
import { testSettings } from "../support/test-env";

let opened: OpenDatabase;
afterEach(() => opened.close());

test("a merchant's session token, signed with the same secret, is no webhook about another shop", async () => {
  opened = await testDatabase();
  const laurel = startPipeline(opened);
  const shop = await testShop(opened.db);
  const [head, payload, signature = ""] = (await sessionTokenFor("evil.myshopify.com")).split(".");
  const door = await openIntake(laurel.app);
  const headers = {
    "x-shopify-topic": "app/uninstalled",
    "x-shopify-shop-domain": shop.domain,
    "x-shopify-hmac-sha256": Buffer.from(signature, "base64url").toString("base64"),
  };
  const answer = await door.post("/webhooks", { body: Buffer.from(`${head}.${payload}`), headers });
  await laurel.work();
  await door.close();
  expect(answer.status).toBe(401);
  expect(await opened.db.inboxDelivery.count()).toBe(0);
  expect((await opened.db.shop.findUniqueOrThrow({ where: { id: shop.id } })).uninstalledAt).toBeNull();
});

test("a signed query that can be read as JSON is no webhook either", async () => {
  opened = await testDatabase();
  const laurel = startPipeline(opened);
  const shop = await testShop(opened.db);
  const door = await openIntake(laurel.app);
  const body = ' {"id":1,"email":"evil@example.com","x":"=&embedded=1&shop=evil.myshopify.com"}';
  const signed = signedShopifyWebhook({
    topic: "orders/paid",
    body,
    secret: testSettings.SHOPIFY_API_SECRET,
    shop: shop.domain,
  });
  const answer = await door.post("/webhooks", { body: Buffer.from(body), headers: signed.headers });
  await door.close();
  expect([answer.status, await opened.db.inboxDelivery.count()]).toEqual([401, 0]);
});
