import { afterEach, expect, test } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { testDatabase } from "../support/databases";
import { testShop } from "../support/factories";
import { openIntake } from "../support/intake";
import { startPipeline } from "../support/pipeline";
import { sessionTokenFor } from "../support/shopify-double";

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
