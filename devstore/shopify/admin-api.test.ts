import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoShop } from "../demo-shop";
import type { DevstoreSettings } from "../devstore-settings";
import { adminApi } from "./admin-api";
import { mintSessionToken } from "./session-token";

const settings: DevstoreSettings = {
  shop: demoShop,
  apiKey: "client-id",
  apiSecret: "client-secret-client-secret-client",
  adminUrl: "http://localhost:4300",
  appUrl: "http://localhost:3300",
  outboxDir: "unused",
  tokenFile: null,
};

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer(express().use(adminApi(settings)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function post(path: string, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${origin}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Devstore-Shop": demoShop.domain, ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

async function exchange(subject: string, change: object = {}) {
  return post("/admin/oauth/access_token", {
    client_id: settings.apiKey,
    client_secret: settings.apiSecret,
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token: subject,
    subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
    requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
    expiring: "1",
    ...change,
  });
}

const query = { query: "{ shop { name } }" };

describe("a session token is exchanged for an expiring access token", () => {
  test("and the access token opens the Admin API", async () => {
    const grant = await exchange(await mintSessionToken(settings, new Date()));
    expect(grant.body).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7_776_000 });
    const headers = { "X-Shopify-Access-Token": grant.body.access_token };
    const answer = await post("/admin/api/2026-10/graphql.json", query, headers);
    expect(answer.body.data).toEqual({ shop: { name: demoShop.name } });
    expect(answer.body.extensions.cost.throttleStatus).toMatchObject({ maximumAvailable: 2000, restoreRate: 100 });
    expect((await post("/admin/api/2025-01/graphql.json", query, headers)).status).toBe(404);
  });

  test("but not one that is over, of another app, or without asking for expiry", async () => {
    const old = await mintSessionToken(settings, new Date(Date.now() - 3_600_000));
    const foreign = await mintSessionToken({ ...settings, apiKey: "another" }, new Date());
    const good = await mintSessionToken(settings, new Date());
    expect((await exchange(old)).body.error).toBe("invalid_subject_token");
    expect((await exchange(foreign)).body.error).toBe("invalid_subject_token");
    expect((await exchange(good, { expiring: "0" })).body.error).toBe("invalid_request");
    expect((await exchange(good, { client_secret: "wrong" })).status).toBe(400);
  });
});

test("an access token nobody was given gets 401", async () => {
  const answer = await post("/admin/api/2026-10/graphql.json", query, { "X-Shopify-Access-Token": "shpat_made-up" });
  expect(answer.status).toBe(401);
});

test("another shop does not exist", async () => {
  const headers = { "X-Devstore-Shop": "another.myshopify.com" };
  expect((await post("/admin/api/2026-10/graphql.json", query, headers)).status).toBe(404);
});
