import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { testApplication } from "../../tests/support/application";
import { testDatabase } from "../../tests/support/databases";
import { type ShopifyDouble, sessionTokenFor, startShopifyDouble } from "../../tests/support/shopify-double";
import { testCipher, testEnv } from "../../tests/support/test-env";
import { createShopify } from "./create-shopify.server";
import { learnShopDetails } from "./learn-shop-details.server";

const DOMAIN = "double.myshopify.com";
const SESSION_ID = `offline_${DOMAIN}`;

let opened: OpenDatabase;
let double: ShopifyDouble;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  double = await startShopifyDouble();
});
afterEach(async () => {
  await double.close();
  await opened.db.shopifySession.deleteMany();
  await opened.db.shop.deleteMany();
});

describe("signing in", () => {
  it("exchanges one token for parallel first requests, and all of them get in", async () => {
    const app = shopify();
    const requests = await Promise.all(Array.from({ length: 5 }, () => signedRequest()));
    const contexts = await Promise.all(requests.map((request) => app.authenticateAdmin(request)));
    expect(double.grants).toEqual(["exchange"]);
    expect(contexts.map(({ session }) => session.accessToken)).toEqual(Array(5).fill("access-1"));
  });

  it("exchanges one token when two processes ask at once", async () => {
    const [here, there] = [shopify(), shopify()];
    await Promise.all([here.authenticateAdmin(await signedRequest()), there.authenticateAdmin(await signedRequest())]);
    expect(double.grants).toEqual(["exchange"]);
    expect(await opened.db.shopifyTokenLease.count()).toBe(0);
  });

  it("records the shop with its details and runs the set-up of other modules once", async () => {
    let setUps = 0;
    const app = shopify(async () => {
      setUps += 1;
    });
    await app.authenticateAdmin(await signedRequest());
    await app.authenticateAdmin(await signedRequest());
    const shop = await opened.db.shop.findUniqueOrThrow({ where: { domain: DOMAIN } });
    expect(shop).toMatchObject({ name: "Double Store", timeZone: "Europe/Berlin", currency: "EUR", locale: "de" });
    expect(testCipher.decrypt(shop.identityKey)).toHaveLength(43);
    expect(setUps).toBe(1);
  });

  it("asks for the merchant's address with the token it has, where the shop was installed before Laurel kept it", async () => {
    const { app, shopify: doors } = openDoors();
    await doors.authenticateAdmin(await signedRequest());
    const unknown = await opened.db.shop.update({ where: { domain: DOMAIN }, data: { email: null, country: null } });
    expect(await learnShopDetails({ app, shopify: doors }, unknown)).toEqual({ outcome: "learnt" });
    const shop = await opened.db.shop.findUniqueOrThrow({ where: { domain: DOMAIN } });
    expect(shop).toMatchObject({ email: "owner@example.com", country: "AT" });
    expect(await learnShopDetails({ app, shopify: doors }, shop)).toEqual({ outcome: "known" });
    expect(double.grants).toEqual(["exchange"]);
  });

  it("lets the merchant in where Shopify cannot say the address", async () => {
    const { app, shopify: doors } = openDoors();
    await doors.authenticateAdmin(await signedRequest());
    const unknown = await opened.db.shop.update({ where: { domain: DOMAIN }, data: { email: null } });
    await opened.db.shopifySession.deleteMany();
    expect(await learnShopDetails({ app, shopify: doors }, unknown)).toEqual({ outcome: "unanswered" });
  });

  it("starts over after an uninstall, with the same identity key", async () => {
    const app = shopify();
    await app.authenticateAdmin(await signedRequest());
    const before = await opened.db.shop.update({ where: { domain: DOMAIN }, data: { uninstalledAt: new Date() } });
    await app.authenticateAdmin(await signedRequest());
    const after = await opened.db.shop.findUniqueOrThrow({ where: { domain: DOMAIN } });
    expect(double.grants).toEqual(["exchange", "exchange"]);
    expect(after).toMatchObject({ uninstalledAt: null, identityKey: before.identityKey });
  });

  it("lets nobody in with a token another secret has signed", async () => {
    const token = `${(await sessionTokenFor(DOMAIN)).slice(0, -4)}AAAA`;
    const refused = await shopify()
      .authenticateAdmin(requestWith(token))
      .catch((thrown: unknown) => thrown);
    expect(refused).toBeInstanceOf(Response);
    expect((refused as Response).status).toBe(401);
    expect(double.grants).toEqual([]);
  });
});

describe("renewing a token nobody is signed in for", () => {
  it("refreshes once for parallel callers", async () => {
    const app = shopify();
    await app.authenticateAdmin(await signedRequest());
    await letTokenRunOut();
    const contexts = await Promise.all(Array.from({ length: 5 }, () => app.adminForShop(DOMAIN)));
    expect(double.grants).toEqual(["exchange", "refresh"]);
    expect(contexts.map(({ session }) => session.accessToken)).toEqual(Array(5).fill("access-2"));
  });

  it("goes on refreshing after an answer that names neither an end nor a new refresh token", async () => {
    const app = shopify();
    await app.authenticateAdmin(await signedRequest());
    await letTokenRunOut();
    for (const field of ["expires_in", "refresh_token", "refresh_token_expires_in"]) double.leaveOut.add(field);
    await app.adminForShop(DOMAIN);
    const stored = await opened.db.shopifySession.findUniqueOrThrow({ where: { id: SESSION_ID } });
    expect(stored.expiresAt?.getTime()).toBeGreaterThan(Date.now() + 50 * 60 * 1000);
    await letTokenRunOut();
    await app.adminForShop(DOMAIN);
    expect(double.grants).toEqual(["exchange", "refresh", "refresh"]);
  });
});

describe("tokens at rest", () => {
  it("are sealed", async () => {
    await shopify().authenticateAdmin(await signedRequest());
    const stored = JSON.stringify(await opened.db.shopifySession.findMany());
    expect(stored).not.toMatch(/access-1|refresh-1/);
  });
});

function shopify(setUp = async () => {}) {
  return openDoors(setUp).shopify;
}

function openDoors(setUp = async () => {}) {
  const env = testEnv({ DEVSTORE_ORIGIN: double.origin });
  const app = testApplication(opened, { env, now: () => new Date() });
  return { app, shopify: createShopify(app, setUp) };
}

async function signedRequest(): Promise<Request> {
  return requestWith(await sessionTokenFor(DOMAIN));
}

function requestWith(token: string): Request {
  const headers = { authorization: `Bearer ${token}`, "user-agent": "Mozilla/5.0 Chrome/150" };
  return new Request("http://localhost:3300/app", { headers });
}

async function letTokenRunOut(): Promise<void> {
  await opened.db.shopifySession.update({
    where: { id: SESSION_ID },
    data: { expiresAt: new Date(Date.now() + 1000) },
  });
}
