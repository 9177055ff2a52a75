import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import express from "express";
import { pino } from "pino";
import { expect, it } from "vitest";
import { openIntakeDoor } from "~/intake/intake-door";
import { logRequests } from "~/platform/log-requests";
import { testApplication } from "../support/application";
import { testDatabase } from "../support/databases";
import { testShop } from "../support/factories";
import { JUDGEME_TOKEN, openHooks } from "../support/intake";
import { signedEvent, signedJudgemeWebhook, signedShopifyWebhook } from "../support/signed-webhook";
import { testSettings } from "../support/test-env";

it("intake writes nothing personal and no secret into the log, whatever happens", async () => {
  const lines: string[] = [];
  const logger = pino({ level: "debug" }, { write: (line: string) => lines.push(line) });
  const opened = await testDatabase();
  const application = testApplication(opened, { logger });
  const shop = await testShop(opened.db);
  const hooks = await openHooks(application, shop.id);
  const app = express().use(logRequests(logger), openIntakeDoor(application));
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, "127.0.0.1", () => resolve(listening));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const person = { email: "jane@private.example", name: "Jane Private" };
  const event = { version: 1, subject: "review", externalId: "r-1", actor: person };
  const requests = [
    {
      path: "/webhooks",
      ...signedShopifyWebhook({ topic: "orders/paid", shop: shop.domain, body: { id: 1, ...person } }),
    },
    { path: "/webhooks", ...signedShopifyWebhook({ topic: "orders/paid", body: person, secret: "wrong" }) },
    {
      path: hooks.judgeme,
      ...signedJudgemeWebhook({ body: { review: { id: 1, reviewer: person } }, privateToken: JUDGEME_TOKEN }),
    },
    { path: hooks.judgeme, ...signedJudgemeWebhook({ body: person, privateToken: "wrong" }) },
    { path: hooks.events, ...signedEvent({ body: event, secret: hooks.eventsSecret, at: application.now() }) },
    { path: hooks.events, ...signedEvent({ body: person, secret: hooks.eventsSecret, at: application.now() }) },
  ];
  const sendAll = async () => {
    const statuses = [];
    for (const { path, headers, body } of requests) {
      const response = await fetch(url + path, { method: "POST", headers, body: new Uint8Array(body) });
      statuses.push(response.status);
    }
    return statuses;
  };
  expect(await sendAll()).toEqual([200, 401, 200, 401, 202, 422]);
  await opened.close();
  expect(await sendAll()).toEqual([503, 401, 503, 503, 503, 503]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await setImmediate();
  await setImmediate();

  const log = lines.join("");
  expect(lines.length).toBeGreaterThanOrEqual(requests.length * 2);
  const tokens = [hooks.judgeme, hooks.events].map((path) => path.split("/").at(-1) ?? "");
  const secrets = [...tokens, hooks.eventsSecret, JUDGEME_TOKEN, testSettings.SHOPIFY_API_SECRET];
  for (const kept of [...secrets, person.email, person.name]) expect(log).not.toContain(kept);
});
