import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Application } from "~/platform/application";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { testApplication } from "../support/application";
import { testDatabase } from "../support/databases";
import { testShop } from "../support/factories";
import { type OpenIntake, openHooks, openIntake, talkTo } from "../support/intake";
import { signedEvent, signedShopifyWebhook } from "../support/signed-webhook";

let opened: OpenDatabase;
let application: Application;
let door: OpenIntake;
let shop: Shop;

beforeAll(async () => {
  opened = await testDatabase();
  application = testApplication(opened);
  door = await openIntake(application);
  shop = await testShop(opened.db);
});

afterAll(async () => {
  await door.close();
  await opened.close();
});

const talk = (bytes: string) => talkTo(door.url, bytes);

/** A header that makes the door read the body, to see whether it is true. */
const SIGNED = "X-Shopify-Hmac-SHA256: AAAA\r\n";

describe("a delivery without a signature", () => {
  it("gets 401 and a closed connection before its body is there, from every source, and is counted", async () => {
    const { judgeme, events } = await openHooks(application, shop.id);
    for (const path of ["/webhooks", judgeme, events]) {
      const answer = await talk(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n{`);
      expect(answer).toMatch(/^HTTP\/1\.1 401 /);
      expect(answer.toLowerCase()).toContain("connection: close");
    }
    const counted = await opened.db.sourceConnection.findMany({ where: { shopId: shop.id } });
    expect(counted.map(({ refusedCount }) => refusedCount)).toEqual([1, 1]);
  });
});

describe("a body over the limit", () => {
  it("gets 413 and a closed connection from its announced length alone", async () => {
    const answer = await talk(`POST /webhooks HTTP/1.1\r\nHost: x\r\n${SIGNED}Content-Length: 5000001\r\n\r\n{`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer.toLowerCase()).toContain("connection: close");
  });

  it("gets 413 when its length is not announced", async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(new URL("/webhooks", door.url), { method: "POST" }, (response) =>
        resolve(response.statusCode),
      );
      request.on("error", reject);
      request.setHeader("X-Shopify-Hmac-SHA256", "AAAA");
      request.setHeader("Transfer-Encoding", "chunked");
      request.write(Buffer.alloc(5_000_001, "a"));
    });
    expect(status).toBe(413);
  });

  it("is one megabyte for the other sources", async () => {
    const { events } = await openHooks(application, shop.id);
    const answer = await talk(
      `POST ${events} HTTP/1.1\r\nHost: x\r\nWebhook-Signature: v1,AAAA\r\nContent-Length: 1000001\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it("is taken up to the limit", async () => {
    const body = `{"id":1,"pad":"${"a".repeat(5_000_000 - 17)}"}`;
    const request = signedShopifyWebhook({ topic: "orders/paid", shop: shop.domain, body });
    expect(request.body).toHaveLength(5_000_000);
    expect((await door.post("/webhooks", request)).status).toBe(200);
  });
});

describe("other requests", () => {
  it("that stop in the middle store nothing", async () => {
    const before = await opened.db.inboxDelivery.count();
    const { hostname, port } = new URL(door.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`POST /webhooks HTTP/1.1\r\nHost: x\r\n${SIGNED}Content-Length: 100\r\n\r\n{`, () =>
          socket.destroy(),
        );
      });
      socket.on("close", () => resolve());
    });
    expect(await opened.db.inboxDelivery.count()).toBe(before);
    expect((await fetch(`${door.url}/healthz`)).status).toBe(200);
  });

  it("get 405 and the methods there are", async () => {
    const { events } = await openHooks(application, shop.id);
    for (const path of ["/webhooks", "/webhooks/orders/paid", events]) {
      const response = await fetch(door.url + path);
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    }
    expect((await fetch(`${door.url}/healthz`, { method: "DELETE" })).status).toBe(405);
  });

  it("with a path that cannot be decoded get 400", async () => {
    expect((await door.post("/hooks/events/%E0%A4%A", { headers: {}, body: Buffer.from("{}") })).status).toBe(400);
  });

  it("read the contract of the events API", async () => {
    const response = await fetch(`${door.url}/schemas/engagement-event.v1.json`);
    expect(response.headers.get("content-type")).toContain("application/schema+json");
    expect(await response.json()).toMatchObject({
      $id: "http://localhost:3000/schemas/engagement-event.v1.json",
      type: "object",
    });
  });
});

describe("when the database is away", () => {
  it("every door answers 503, and the process stays healthy but not ready", async () => {
    const gone = await testDatabase();
    const closed = testApplication(gone);
    const { id: shopId, domain } = await testShop(gone.db);
    const hooks = await openHooks(closed, shopId);
    const other = await openIntake(closed);
    try {
      expect((await fetch(`${other.url}/readyz`)).status).toBe(200);
      await gone.close();
      const webhook = signedShopifyWebhook({ topic: "orders/paid", shop: domain, body: "{}" });
      const event = signedEvent({ body: "{}", secret: hooks.eventsSecret, at: closed.now() });
      expect((await other.post("/webhooks", webhook)).status).toBe(503);
      expect((await other.post(hooks.events, event)).status).toBe(503);
      expect((await fetch(`${other.url}/readyz`)).status).toBe(503);
      expect((await fetch(`${other.url}/healthz`)).status).toBe(200);
    } finally {
      await other.close();
    }
  });
});
