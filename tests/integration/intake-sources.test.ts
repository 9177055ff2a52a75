import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectJudgeme } from "~/engagements/connect-judgeme.server";
import { createConnections } from "~/engagements/create-connections.server";
import { rotateEventsSecret } from "~/engagements/rotate-events-secret.server";
import type { Application } from "~/platform/application";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { testApplication } from "../support/application";
import { type FixedClock, fixedClock } from "../support/clock";
import { testDatabase } from "../support/databases";
import { testShop } from "../support/factories";
import { JUDGEME_TOKEN, type OpenIntake, openHooks, openIntake } from "../support/intake";
import { signedEvent, signedJudgemeWebhook } from "../support/signed-webhook";

const review = JSON.parse(readFileSync("tests/fixtures/judgeme-review-created.json", "utf8"));
const event = { version: 1, subject: "review", externalId: "r-1", rating: 5, actor: { email: "jane@example.com" } };

let opened: OpenDatabase;
let application: Application;
let clock: FixedClock;
let door: OpenIntake;
let shop: Shop;
let hooks: Awaited<ReturnType<typeof openHooks>>;

beforeAll(async () => {
  opened = await testDatabase();
  clock = fixedClock();
  application = testApplication(opened, { now: clock.now });
  door = await openIntake(application);
});

beforeEach(async () => {
  shop = await testShop(opened.db);
  hooks = await openHooks(application, shop.id);
});

afterAll(async () => {
  await door.close();
  await opened.close();
});

const inbox = () => opened.db.inboxDelivery.findMany({ where: { shopId: shop.id }, orderBy: { id: "asc" } });
const connection = (source: "judgeme" | "events") =>
  opened.db.sourceConnection.findFirst({ where: { shopId: shop.id, source } });
const signed = (body: string | object, id?: string) =>
  signedEvent({ body, secret: hooks.eventsSecret, at: clock.now(), ...(id && { id }) });

describe("POST /hooks/judgeme/<token>", () => {
  it("takes a review signed with the private token once, however often it comes", async () => {
    const request = signedJudgemeWebhook({ body: review, privateToken: JUDGEME_TOKEN });
    expect(await door.post(hooks.judgeme, request)).toEqual({ status: 200, json: { status: "accepted" } });
    expect(await door.post(hooks.judgeme, request)).toEqual({ status: 200, json: { status: "duplicate" } });
    expect(await inbox()).toMatchObject([{ source: "judgeme", topic: "", repeats: 1, receivedAt: clock.now() }]);
    expect(await connection("judgeme")).toMatchObject({ lastReceivedAt: clock.now(), refusedCount: 0 });
  });

  it("counts as not heard from after another token was saved, until a review came with that one", async () => {
    const token = "another-private-token";
    await door.post(hooks.judgeme, signedJudgemeWebhook({ body: review, privateToken: JUDGEME_TOKEN }));
    const input = { shopId: shop.id, privateToken: token, cipher: application.cipher };
    expect(await connectJudgeme(opened.db, input, clock.now())).toEqual({ outcome: "connected" });
    expect(await connection("judgeme")).toMatchObject({ lastReceivedAt: null });
    const another = signedJudgemeWebhook({ body: { ...review, sent: "later" }, privateToken: token });
    expect((await door.post(hooks.judgeme, another)).status).toBe(200);
    expect(await connection("judgeme")).toMatchObject({ lastReceivedAt: clock.now() });
  });

  it("answers 401 to a bad, upper-case or missing signature, stores nothing and counts it", async () => {
    const { headers, body } = signedJudgemeWebhook({ body: review, privateToken: JUDGEME_TOKEN });
    const signature = headers["judgeme-hmac-sha256"] ?? "";
    for (const value of ["", "00", signature.toUpperCase(), Buffer.from(signature, "hex").toString("base64")]) {
      expect(
        (await door.post(hooks.judgeme, { headers: { ...headers, "judgeme-hmac-sha256": value }, body })).status,
      ).toBe(401);
    }
    expect(await inbox()).toEqual([]);
    expect(await connection("judgeme")).toMatchObject({ refusedCount: 4, lastRefusedAt: clock.now() });
  });

  it("accepts nothing before the merchant has pasted the private token", async () => {
    await opened.db.sourceConnection.updateMany({
      where: { shopId: shop.id, source: "judgeme" },
      data: { secret: null },
    });
    const request = signedJudgemeWebhook({ body: review, privateToken: "" });
    expect((await door.post(hooks.judgeme, request)).status).toBe(401);
  });
});

describe("POST /hooks/events/<token>", () => {
  it("takes an event once per webhook-id", async () => {
    expect(await door.post(hooks.events, signed(event, "msg_1"))).toEqual({
      status: 202,
      json: { status: "accepted" },
    });
    expect(await door.post(hooks.events, signed(event, "msg_1"))).toEqual({
      status: 202,
      json: { status: "duplicate" },
    });
    expect(await door.post(hooks.events, signed(event, "msg_2"))).toEqual({
      status: 202,
      json: { status: "accepted" },
    });
    expect((await inbox()).map(({ deliveryKey, repeats }) => [deliveryKey, repeats])).toEqual([
      ["msg_1", 1],
      ["msg_2", 0],
    ]);
  });

  it("answers 422 with the fields at fault and stores nothing", async () => {
    const broken = { ...event, subject: "sneeze", actor: { email: "nobody" } };
    const { status, json } = await door.post(hooks.events, signed(broken));
    expect(status).toBe(422);
    expect((json.errors as { field: string }[]).map(({ field }) => field)).toEqual(["subject", "actor.email"]);
    for (const body of ["", "nonsense", "null", "[".repeat(400_000)]) {
      expect((await door.post(hooks.events, signed(body))).status).toBe(422);
    }
    expect(await inbox()).toEqual([]);
  });

  it("answers 401 to a stale time or a bad signature, and counts it", async () => {
    const { headers, body } = signed(event);
    const stale = signedEvent({
      body: event,
      secret: hooks.eventsSecret,
      at: new Date(clock.now().getTime() - 301_000),
    });
    const wrong = { headers: { ...headers, "webhook-signature": "v1,AAAA" }, body };
    const changed = { headers, body: Buffer.concat([body, Buffer.from(" ")]) };
    for (const request of [stale, wrong, changed]) expect((await door.post(hooks.events, request)).status).toBe(401);
    expect(await inbox()).toEqual([]);
    expect((await connection("events"))?.refusedCount).toBe(3);
  });

  it("takes the old secret for an hour after a rotation", async () => {
    const old = hooks.eventsSecret;
    const rotated = await rotateEventsSecret(opened.db, { shopId: shop.id, cipher: application.cipher }, clock.now());
    if (rotated.outcome !== "rotated") throw new Error("not rotated");
    const statusOf = async (secret: string) =>
      (await door.post(hooks.events, signedEvent({ body: event, secret, at: clock.now() }))).status;
    expect([await statusOf(old), await statusOf(rotated.secret)]).toEqual([202, 202]);
    clock.advance(3601);
    expect([await statusOf(old), await statusOf(rotated.secret)]).toEqual([401, 202]);
  });

  it("lets keys that name prototypes do nothing", async () => {
    const body = `{"__proto__":{"isTest":true},"constructor":{"prototype":{"polluted":1}},${JSON.stringify(event).slice(1)}`;
    expect((await door.post(hooks.events, signed(body))).status).toBe(202);
    expect("polluted" in {} || "isTest" in {}).toBe(false);
  });
});

describe("a hook URL", () => {
  it("is not found with an unknown token, with another source's, or once the shop has uninstalled", async () => {
    const token = hooks.judgeme.split("/").at(-1) ?? "";
    const request = signed(event);
    for (const path of [
      "/hooks/judgeme/nothing",
      `/hooks/events/${token}`,
      "/hooks/events",
      "/hooks/yotpo/x",
      "/hooks/judgeme/%00",
    ]) {
      expect((await door.post(path, request)).status, path).toBe(404);
    }
    await opened.db.shop.update({ where: { id: shop.id }, data: { uninstalledAt: clock.now() } });
    expect((await door.post(hooks.events, request)).status).toBe(404);
    expect(
      (await door.post(hooks.judgeme, signedJudgemeWebhook({ body: review, privateToken: JUDGEME_TOKEN }))).status,
    ).toBe(404);
    expect(await inbox()).toEqual([]);
  });

  it("stays the same when the shop comes back", async () => {
    await createConnections(opened.db, { shopId: shop.id, cipher: application.cipher }, clock.now());
    expect((await door.post(hooks.events, signed(event))).status).toBe(202);
  });
});
