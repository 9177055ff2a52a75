import { createHmac } from "node:crypto";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { demoShop } from "../demo-shop";
import { PRODUCTS, shopperOf } from "./catalogue";
import { eventsWebhook } from "./events-webhook";
import { judgemeWebhook } from "./judgeme-webhook";
import { placeOrder } from "./order";
import { orderWebhook } from "./order-webhook";
import { writeReview } from "./review";
import { redelivered, withBadSignature } from "./signatures";

const now = new Date("2026-11-22T12:00:00.123Z");
const secret = "whsec_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0";
const shopper = shopperOf("Cleo O’Neil & Daughters", "cleo@example.com");
const review = writeReview(
  { source: "events", shopper, product: PRODUCTS[0], rating: 5, text: "Good.", hasPhoto: true },
  now,
);
const order = orderWebhook(
  { shop: demoShop, hook: { url: "http://localhost/webhooks", secret: "app-secret" } },
  "orders/paid",
  placeOrder(shopper, PRODUCTS[0], 1001, now),
  now,
);
const judgeme = judgemeWebhook(
  { shop: demoShop, hook: { url: "http://localhost/judgeme", secret: "private-token" } },
  "review/created",
  { ...review, id: "465077653" },
  now,
);
const event = eventsWebhook({ url: "http://localhost/events", secret }, "created", review, now, new Date());

describe("webhooks are signed as their senders sign them", () => {
  test("Shopify: base64 HMAC-SHA256 of the raw body with the app's secret", () => {
    const expected = createHmac("sha256", "app-secret").update(order.body).digest("base64");
    expect(order.headers["X-Shopify-Hmac-Sha256"]).toBe(expected);
  });

  test("Judge.me: lower-case hex HMAC-SHA256 of the raw body with the private token", () => {
    const expected = createHmac("sha256", "private-token").update(judgeme.body).digest("hex");
    expect(judgeme.headers["JUDGEME-HMAC-SHA256"]).toBe(expected);
  });

  test("events API: Standard Webhooks' own library accepts it", () => {
    expect(() => new StandardWebhook(secret).verify(event.body, { ...event.headers })).not.toThrow();
  });
});

test("an order's ids are beyond 2^53 and stand in its body digit by digit, and slashes are escaped", () => {
  const [, id = ""] = /^\{"id":(\d+),/.exec(order.body) ?? [];
  expect(Number.isSafeInteger(Number(id))).toBe(false);
  expect(order.body).toContain(`gid:\\/\\/shopify\\/Order\\/${id}`);
  expect(order.body).toContain(`"id":${shopper.customerId}`);
  expect(order.body).toContain("O’Neil \\u0026 Daughters");
});

test.each([order, judgeme, event])("a bad signature has the same form and another value: $sender", (webhook) => {
  const bad = withBadSignature(webhook);
  expect(bad.body).toBe(webhook.body);
  const changed = Object.keys(webhook.headers).filter((name) => webhook.headers[name] !== bad.headers[name]);
  expect(changed).toHaveLength(1);
  const [name = ""] = changed;
  expect(bad.headers[name]).toHaveLength(webhook.headers[name]?.length ?? 0);
});

test("a redelivery from Shopify or Judge.me has the same bytes and the same headers", () => {
  for (const webhook of [order, judgeme]) {
    const again = redelivered(webhook, secret, new Date());
    expect([again.body, again.headers]).toEqual([webhook.body, webhook.headers]);
  }
});

test("a redelivery to the events API has the same bytes and id under a new, valid signature", () => {
  const old = eventsWebhook({ url: "http://localhost/events", secret }, "created", review, now, new Date(0));
  const again = redelivered(old, secret, new Date());
  expect(again.body).toBe(old.body);
  expect(again.headers["webhook-id"]).toBe(old.headers["webhook-id"]);
  expect(() => new StandardWebhook(secret).verify(again.body, { ...again.headers })).not.toThrow();
});
