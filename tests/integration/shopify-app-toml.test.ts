import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDelivery } from "~/engagements/read-delivery";
import { API_VERSION } from "~/shopify/api-version";
import { testEnv } from "../support/test-env";

const READER = "app/engagements/read-delivery.ts";
const toml = readFileSync("shopify.app.toml", "utf8");
const settingOf = (key: string) => new RegExp(`^${key} = "(.*)"$`, "m").exec(toml)?.[1];
const subscriptions = toml.split("[[webhooks.subscriptions]]").slice(1);
const topics = subscriptions.map((subscription) => /topics = \[ "([^"]+)" \]/.exec(subscription)?.[1] ?? "");

describe("shopify.app.toml", () => {
  it("asks for the API version and the scopes the app uses", () => {
    expect(settingOf("api_version")).toBe(API_VERSION);
    expect(settingOf("scopes")).toBe(testEnv().SCOPES);
  });

  it("names above each subscription the reader of deliveries, or a parser that it calls", () => {
    const named = toml.matchAll(/# Handled by: \/(\S+)\n *\[\[webhooks\.subscriptions\]\]/g);
    const files = [...named].map(([, file]) => file ?? "");
    expect(files).toHaveLength(subscriptions.length);
    const imported = [...readFileSync(READER, "utf8").matchAll(/from "\.\/(sources\/[^"]+)"/g)];
    const readers = [READER, ...imported.map(([, file]) => `app/engagements/${file}.ts`)];
    expect(readers).toEqual(expect.arrayContaining(files));
  });

  it("sends each topic to an address of its own, and the app reads every one", () => {
    const now = new Date("2026-11-22T12:00:00Z");
    for (const [n, topic] of topics.entries()) {
      expect(subscriptions[n]).toContain(`uri = "/webhooks/${topic}"`);
      const delivery = {
        source: "shopify" as const,
        topic,
        triggeredAt: null,
        receivedAt: now,
        shopDomain: "a.myshopify.com",
      };
      expect(readDelivery({ ...delivery, body: Buffer.from('{"id":1,"order_id":2}') }).outcome, topic).toMatch(
        /engagement|refund|uninstalled/,
      );
    }
  });
});
