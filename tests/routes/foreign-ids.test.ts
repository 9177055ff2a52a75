import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createConnections } from "~/engagements/create-connections.server";
import type { Application } from "~/platform/application";
import type { OpenDatabase } from "~/platform/database.server";
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
});
afterAll(async () => {
  await double.close();
  await opened.close();
});

const withIds = routeDoors.filter(({ params }) => params.length > 0);
const pagesOfTheApp = routeDoors.filter(({ path }) => path.startsWith("/app"));

it("finds the routes", () => {
  expect(withIds.length).toBeGreaterThan(10);
  expect(new Set(withIds.flatMap(({ params }) => params))).toEqual(new Set(Object.keys(owned)));
});

describe.each(withIds)("$name", (door) => {
  it("answers another shop's ids with 404, the same as ids that do not exist, and changes nothing", async () => {
    const before = await everything();
    const foreign = await Promise.all(idsFor(door).map((id) => knock(door, STRANGER, id)));
    const missing = await Promise.all([newId(), "not-an-id", "1"].map((id) => knock(door, STRANGER, id)));
    const answers = await Promise.all([...foreign, ...missing].map(describeAnswer));
    expect(new Set(answers)).toEqual(new Set(["404 Not found"]));
    expect(await everything()).toEqual(before);
  });
});

describe.each(pagesOfTheApp)("$name", (door) => {
  it("gives nothing to who is not signed in", async () => {
    const before = await everything();
    const forged = `${(await sessionTokenFor(OWNER)).slice(0, -6)}AAAAAA`;
    const [id = ""] = idsFor(door);
    for (const headers of [undefined, { authorization: `Bearer ${forged}` }]) {
      const answer = await run(door, id, headers);
      expect(answer, "an answer that is not a refusal").toBeInstanceOf(Response);
      expect((answer as Response).status).toBeGreaterThanOrEqual(300);
    }
    expect(await everything()).toEqual(before);
  });
});

describe.each(withIds.filter(({ method }) => method === "GET"))("$name", (door) => {
  it("opens for the shop the row belongs to", async () => {
    const answers = await Promise.all(idsFor(door).map((id) => knock(door, OWNER, id)));
    expect(answers.some((answer) => !(answer instanceof Response))).toBe(true);
  });
});

function idsFor({ params }: RouteDoor): string[] {
  return params.flatMap((param) => owned[param] ?? []);
}

/** Asks as the signed-in merchant of a shop. What the route throws is its answer too. */
async function knock(door: RouteDoor, domain: string, id: string): Promise<unknown> {
  return run(door, id, { authorization: `Bearer ${await sessionTokenFor(domain)}` });
}

async function run(door: RouteDoor, id: string, headers: Record<string, string> = {}): Promise<unknown> {
  const url = `http://localhost:3000${door.path.replace(/:\w+/, id)}`;
  const browser = { "user-agent": "Mozilla/5.0 Chrome/150", ...headers };
  const body = door.method === "POST" ? new URLSearchParams({ intent: "save" }) : null;
  const request = new Request(url, { method: door.method, headers: browser, body });
  const params = Object.fromEntries(door.params.map((param) => [param, id]));
  return door.run({ request, params, context } as LoaderFunctionArgs).catch((thrown: unknown) => thrown);
}

async function describeAnswer(answer: unknown): Promise<string> {
  if (answer instanceof Error) throw answer;
  return answer instanceof Response ? `${answer.status} ${await answer.text()}` : "let in";
}

/** All that a route could change of the owner's. */
async function everything() {
  const { db } = opened;
  return Promise.all([db.coupon.findMany(), db.reward.findMany(), db.codePool.findMany(), db.message.findMany()]);
}

async function ownRows(): Promise<Record<string, string[]>> {
  const { db } = opened;
  const shop = await testShop(db, { domain: OWNER });
  await testShop(db, { domain: STRANGER });
  const draft = await testCoupon(db, shop.id, { state: "draft", codeType: "dynamic" });
  const live = await testCoupon(db, shop.id, { codeType: "dynamic" });
  await testPool(db, live, ["OWNED-1"]);
  const engagement = await testEngagement(db, await testShopper(db, shop.id, "ada@example.com"));
  const reward = await testReward(db, engagement, live, {
    state: "failed",
    reason: "refused",
    staticCode: "OWNED-0",
    codeTakenAt: NOON,
    settledAt: NOON,
  });
  return { couponId: [draft.id, live.id], rewardId: [reward.id] };
}
