import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { testApplication } from "../support/application";
import { testDatabase } from "../support/databases";
import { testShop } from "../support/factories";
import { type OpenIntake, openIntake, talkTo } from "../support/intake";
import { signedShopifyWebhook } from "../support/signed-webhook";

let opened: OpenDatabase;
let door: OpenIntake;
let shop: Shop;

beforeAll(async () => {
  opened = await testDatabase();
  door = await openIntake(testApplication(opened));
});

beforeEach(async () => {
  shop = await testShop(opened.db);
});

afterAll(async () => {
  await door.close();
  await opened.close();
});

const webhook = (webhookId: string) =>
  signedShopifyWebhook({ topic: "orders/paid", shop: shop.domain, webhookId, body: '{"id":1}' });

/** The request as it travels. `extra` are more header lines. */
function bytesOf(webhookId: string, { target = "/webhooks", extra = "" } = {}): string {
  const { headers, body } = webhook(webhookId);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = `Content-Length: ${body.length}\r\n`;
  return `POST ${target} HTTP/1.1\r\nHost: x\r\n${lines.join("")}${length}${extra}\r\n${body}`;
}

const rows = () => opened.db.inboxDelivery.findMany({ where: { shopId: shop.id }, orderBy: { id: "asc" } });
const last = { extra: "Connection: close\r\n" };

describe("a connection", () => {
  it("that carries several requests at once gets an answer to each, in order, and each is stored once", async () => {
    const ids = ["a", "b", "a", "c"];
    const heard = await talkTo(door.url, ids.map((id) => bytesOf(id)).join("") + bytesOf("d", last));
    expect(heard.match(/"status":"\w+"/g)).toEqual(
      ["accepted", "accepted", "duplicate", "accepted", "accepted"].map((status) => `"status":"${status}"`),
    );
    expect((await rows()).map(({ deliveryKey, repeats }) => [deliveryKey, repeats]).sort()).toEqual([
      ["a", 1],
      ["b", 0],
      ["c", 0],
      ["d", 0],
    ]);
  });

  it("that goes away before its answer leaves its delivery stored, and the retry is a duplicate", async () => {
    const { hostname, port } = new URL(door.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.write(bytesOf("gone"), () => socket.destroy()));
      socket.on("close", () => resolve());
    });
    await expect.poll(async () => (await rows()).length).toBe(1);
    expect(await door.post("/webhooks", webhook("gone"))).toEqual({ status: 200, json: { status: "duplicate" } });
    expect(await rows()).toHaveLength(1);
  });

  it("that never ends its body at an address nobody has is closed at once", async () => {
    const heard = await talkTo(
      door.url,
      "POST /hooks/nobody/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nendle\r\n",
    );
    expect(heard).toMatch(/^HTTP\/1\.1 404 /);
    expect(heard.toLowerCase()).toContain("connection: close");
  });
});

describe("an address", () => {
  it("is found with a query, and with scheme and host before it", async () => {
    for (const target of ["/webhooks/orders/paid?x=1", "http://laurel.example/webhooks", "/webhooks/../x"]) {
      expect(await talkTo(door.url, bytesOf(target, { target, ...last }))).toMatch(/^HTTP\/1\.1 200 /);
    }
    expect(await rows()).toHaveLength(3);
  });

  it("that is not this door's is handed on", async () => {
    for (const target of ["/", "/webhook", "//webhooks", "/hooks", "/Webhooks", "*", "/healthz/x"]) {
      expect(await talkTo(door.url, bytesOf("x", { target, ...last }))).toMatch(/^HTTP\/1\.1 418 /);
    }
    expect(await rows()).toEqual([]);
  });
});
