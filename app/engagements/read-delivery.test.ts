import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INBOX_REASONS } from "./inbox-reason";
import { type Delivery, readDelivery } from "./read-delivery";

const receivedAt = new Date("2026-11-22T12:00:00Z");
const shopify = {
  source: "shopify",
  topic: "orders/paid",
  shopDomain: "a.myshopify.com",
  triggeredAt: null,
  receivedAt,
} as const;

function read(body: string | Uint8Array, other: Partial<Delivery> = {}) {
  return readDelivery({ ...shopify, body: typeof body === "string" ? Buffer.from(body) : body, ...other });
}

describe("readDelivery", () => {
  it("reads an uninstall from the headers alone", () => {
    const triggeredAt = new Date("2026-11-22T11:00:00Z");
    expect(read("not json", { topic: "app/uninstalled", triggeredAt })).toEqual({
      outcome: "uninstalled",
      at: triggeredAt,
    });
    expect(read("", { topic: "app/uninstalled" })).toEqual({ outcome: "uninstalled", at: receivedAt });
  });

  it("keeps what it cannot read, with the reason", () => {
    expect(read(new Uint8Array([0x7b, 0xff, 0x7d]))).toEqual({ outcome: "unreadable", reason: "not_text" });
    expect(read("")).toEqual({ outcome: "unreadable", reason: "not_json" });
    expect(read('{"id":1}\u0000')).toEqual({ outcome: "unreadable", reason: "not_json" });
    expect(read("[".repeat(1_000_000))).toEqual({ outcome: "unreadable", reason: "not_json" });
    expect(read("{}", { topic: "" })).toEqual({ outcome: "unreadable", reason: "topic_missing" });
    expect(read("[]", { source: "events", topic: "" })).toEqual({ outcome: "unreadable", reason: "wrong_shape" });
    expect(read("[]", { source: "judgeme", topic: "" }).outcome).toBe("unreadable");
  });

  it("survives nesting that JSON allows and a stack does not", () => {
    const depth = 200_000;
    expect(read(`{"id":${"[".repeat(depth)}${"]".repeat(depth)}}`).outcome).toBe("unreadable");
  });

  it("ignores topics Laurel does not use", () => {
    expect(read("{}", { topic: "products/update" })).toEqual({ outcome: "ignored", reason: "topic_not_used" });
  });

  it("skips a byte order mark", () => {
    expect(read('\ufeff{"id":1}').outcome).toBe("engagement");
  });

  it("never throws, whatever the bytes are, and has words for what it cannot use", () => {
    const anyDelivery = fc.record({
      source: fc.constantFrom("shopify", "judgeme", "events"),
      topic: fc.constantFrom("", "orders/paid", "orders/cancelled", "app/uninstalled", "constructor"),
      body: fc.oneof(
        fc.uint8Array(),
        fc.json().map((json) => Buffer.from(json)),
      ),
    });
    fc.assert(
      fc.property(anyDelivery, ({ source, topic, body }) => {
        const result = read(body, { source: source as Delivery["source"], topic });
        if ("reason" in result) expect(Object.keys(INBOX_REASONS)).toContain(result.reason);
      }),
    );
  });
});
