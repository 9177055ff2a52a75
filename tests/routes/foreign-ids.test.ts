import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createConnections } from "~/engagements/create-connections.server";
import type { Application } from "~/platform/application";
import type { OpenDatabase } from "~/platform/database.server";
import { Prisma } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { createShopify } from "~/shopify/create-shopify.server";
import { testApplication } from "../support/application";
import { NOON } from "../support/clock";
import { testDatabase } from "../support/databases";
import { testCoupon, testEngagement, testPool, testReward, testShop, testShopper } from "../support/factories";
import { type ShopifyDouble, sessionTokenFor, startShopifyDouble } from "../support/shopify-double";
import { testEnv } from "../support/test-env";
import { type RouteDoor, routeDoors } from "./all-routes";

const OWNER = "owner.myshopify.com";
const STRANGER = "stranger.myshopify.com";
const BROWSER = { "user-agent": "Mozilla/5.0 Chrome/150" };

let opened: OpenDatabase;
let double: ShopifyDouble;
let context: AppLoadContext;
/** Ids of the owner's rows, by the name a route calls them. Several where a route takes only some states. */
let owned: Record<string, string[]>;

beforeAll(async () => {
  opened = await testDatabase();
  double = await startShopifyDouble(0);
  const env = testEnv({ DEVSTORE_ORIGIN: double.origin });
  const app: Application = testApplication(opened, { env, now: () => new Date() });
  const shopify = createShopify(app, async (tx, shopId, now) => {
    await createConnections(tx, { shopId, cipher: app.cipher }, now);
  });
  context = { app, shopify };
  owned = await ownRows();
  // Signing in for the first time stores what Shopify says about a shop.
  for (const domain of [OWNER, STRANGER]) await shopify.authenticateAdmin(await signedIn(domain));
});
afterAll(async () => {
  await double.close();
  await opened.close();
});

const withIds = routeDoors.filter(({ params }) => params.length > 0);
/** What an action is posted: each intent it knows, and once none. */
const bodiesOf = ({ method, intents }: RouteDoor) => (method === "GET" ? [null] : [...intents, ""].map(formWith));
const pagesOfTheApp = routeDoors.filter(({ path }) => path.startsWith("/app"));

it("finds the routes and the intents they tell apart", () => {
  expect(withIds.length).toBeGreaterThan(10);
  const intents = routeDoors.flatMap((door) => door.intents);
  expect(intents).toEqual(
    expect.arrayContaining(["unblock", "rotate-events-secret", "switch-off", "retry-deliveries"]),
  );
  expect(new Set(withIds.flatMap(({ params }) => params))).toEqual(new Set(Object.keys(owned)));
});

describe.each(withIds)("$name", (door) => {
  it("answers another shop's ids with 404, the same as ids that do not exist, and changes nothing", async () => {
    const before = await everything();
    const ids = [...idsFor(door), newId(), "not-an-id", "1"];
    const answers = await Promise.all(
      ids.flatMap((id) => bodiesOf(door).map((body) => knock(door, STRANGER, id, body))),
    );
    expect(new Set(await Promise.all(answers.map(describeAnswer)))).toEqual(new Set(["404 Not found"]));
    expect(await everything()).toEqual(before);
  });
});

describe.each(pagesOfTheApp)("$name", (door) => {
  it("gives nothing to who is not signed in", async () => {
    const before = await everything();
    const forged = `${(await sessionTokenFor(OWNER)).slice(0, -6)}AAAAAA`;
    const [id = ""] = idsFor(door);
    for (const body of bodiesOf(door)) {
      const stranger = await run(door, id, body);
      const forger = await run(door, id, body, { authorization: `Bearer ${forged}` });
      expect([stranger, forger].map(describeRefusal)).toEqual(["302 /auth/login", "401"]);
    }
    expect(await everything()).toEqual(before);
  });
});

describe.each(pagesOfTheApp.filter(({ method, params }) => method === "POST" && params.length === 0))(
  "$name",
  (door) => {
    it("changes nothing of another shop's, whatever it is posted", async () => {
      const before = await everythingOf(OWNER);
      const answers = await Promise.all(bodiesOf(door).map((body) => knock(door, STRANGER, "", body)));
      for (const answer of answers) if (answer instanceof Error) throw answer;
      expect(await everythingOf(OWNER)).toEqual(before);
    });
  },
);

describe.each(withIds.filter(({ method }) => method === "GET"))("$name", (door) => {
  it("opens for the shop the row belongs to", async () => {
    const answers = await Promise.all(idsFor(door).map((id) => knock(door, OWNER, id, null)));
    expect(answers.some((answer) => !(answer instanceof Response) || answer.ok)).toBe(true);
  });
});

function idsFor({ params }: RouteDoor): string[] {
  return params.flatMap((param) => owned[param] ?? []);
}

/** Asks as the signed-in merchant of a shop. What the route throws is its answer too. */
async function knock(door: RouteDoor, domain: string, id: string, body: URLSearchParams | null): Promise<unknown> {
  return run(door, id, body, { authorization: `Bearer ${await sessionTokenFor(domain)}` });
}

async function run(
  door: RouteDoor,
  id: string,
  body: URLSearchParams | null,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const url = `http://localhost:3000${door.path.replace(/:\w+/, id)}`;
  const request = new Request(url, { method: door.method, headers: { ...BROWSER, ...headers }, body });
  const params = Object.fromEntries(door.params.map((param) => [param, id]));
  return door.run({ request, params, context } as LoaderFunctionArgs).catch((thrown: unknown) => thrown);
}

async function signedIn(domain: string): Promise<Request> {
  const headers = { ...BROWSER, authorization: `Bearer ${await sessionTokenFor(domain)}` };
  return new Request("http://localhost:3000/app", { headers });
}

/** A form that every action would take something from. */
function formWith(intent: string): URLSearchParams {
  const email = { subject: "Changed", body: "Changed", to: "ada@example.com" };
  const rules = { holdAmount: "1", holdUnit: "hours", orderAudience: "accepts_marketing" };
  const blocked = { address: "blocked@example.com", kind: "email", keyedHash: "hash" };
  const coupon = { codeType: "static", staticCode: "CHANGED", expiration: "none", promises: "end" };
  return new URLSearchParams({
    intent,
    ...email,
    ...rules,
    ...blocked,
    ...coupon,
    privateToken: "x".repeat(40),
    source: "events",
  });
}

async function describeAnswer(answer: unknown): Promise<string> {
  if (answer instanceof Error) throw answer;
  return answer instanceof Response ? `${answer.status} ${await answer.text()}` : "let in";
}

/** A refusal's status, and where it sends a browser. */
function describeRefusal(answer: unknown): string {
  if (!(answer instanceof Response)) return "let in";
  return [answer.status, answer.headers.get("location")].filter((part) => part !== null).join(" ");
}

/** Every table but what signing in writes, row by row. */
async function everything() {
  const models = Object.values(Prisma.ModelName).filter((model) => !model.startsWith("Shopify"));
  const tables = models.map(
    (model) => `${model.charAt(0).toLowerCase()}${model.slice(1)}` as Uncapitalize<typeof model>,
  );
  const rows = await Promise.all(tables.map((table) => (opened.db[table] as AnyTable).findMany()));
  return Object.fromEntries(tables.map((table, n) => [table, rows[n]]));
}

async function everythingOf(domain: string) {
  const { id } = await opened.db.shop.findUniqueOrThrow({ where: { domain } });
  const isOwn = (row: { id?: unknown; shopId?: number }) => ("shopId" in row ? row.shopId : row.id) === id;
  return Object.entries(await everything()).map(([table, rows]) => [table, rows?.filter(isOwn)]);
}

/** The tables have types of their own, which have no `findMany` in common that could be called. */
interface AnyTable {
  findMany(): Promise<object[]>;
}

async function ownRows(): Promise<Record<string, string[]>> {
  const { db } = opened;
  const shop = await testShop(db, { domain: OWNER });
  await testShop(db, { domain: STRANGER });
  const draft = await testCoupon(db, shop.id, { state: "draft", codeType: "dynamic" });
  const live = await testCoupon(db, shop.id, { codeType: "dynamic" });
  const uploadId = await testPool(db, live, ["OWNED-1"]);
  await db.codeReject.create({ data: { shopId: shop.id, poolId: uploadId, line: 2, code: "", reason: "empty" } });
  const engagement = await testEngagement(db, await testShopper(db, shop.id, "ada@example.com"));
  const reward = await testReward(db, engagement, live, {
    state: "failed",
    reason: "refused",
    staticCode: "OWNED-0",
    codeTakenAt: NOON,
    settledAt: NOON,
  });
  const blocked = { kind: "email" as const, keyedHash: "hash", label: "b•••@example.com" };
  await db.blockedAddress.create({ data: { shopId: shop.id, ...blocked, createdAt: NOON } });
  const words = { subject: "Thanks", body: "Thanks", htmlTemplate: "Thanks", textTemplate: "Thanks" };
  await db.thankYouEmail.create({ data: { shopId: shop.id, version: 1, ...words, createdAt: NOON } });
  const failed = { source: "events" as const, topic: "", deliveryKey: "1", state: "failed" as const };
  const delivery = { ...failed, body: Buffer.from("{}"), receivedAt: NOON, nextTryAt: NOON };
  const { id: deliveryId } = await db.inboxDelivery.create({ data: { shopId: shop.id, ...delivery } });
  return {
    couponId: [draft.id, live.id],
    uploadId: [uploadId],
    rewardId: [reward.id],
    engagementId: [engagement.id],
    deliveryId: [String(deliveryId)],
  };
}
