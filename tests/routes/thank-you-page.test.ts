import type { AppLoadContext } from "@remix-run/node";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createShopIntl, shopFormat } from "~/messages/shop-intl";
import type { OpenDatabase } from "~/platform/database.server";
import { loader } from "~/routes/app.thank-you/route";
import { createShopify } from "~/shopify/create-shopify.server";
import { testApplication } from "../support/application";
import { NOON } from "../support/clock";
import { testDatabase } from "../support/databases";
import { type ShopifyDouble, sessionTokenFor, startShopifyDouble } from "../support/shopify-double";
import { testEnv } from "../support/test-env";

const SHOP = "tea.myshopify.com";
let opened: OpenDatabase;
let double: ShopifyDouble;
let context: AppLoadContext;
beforeAll(async () => {
  opened = await testDatabase();
  double = await startShopifyDouble(0);
  const app = testApplication(opened, { env: testEnv({ DEVSTORE_ORIGIN: double.origin }), now: () => new Date() });
  context = { app, shopify: createShopify(app, async () => {}) };
});
afterAll(async () => {
  await double.close();
  await opened.close();
});

async function openPage() {
  const headers = { authorization: `Bearer ${await sessionTokenFor(SHOP)}`, "user-agent": "Mozilla/5.0 Chrome/150" };
  const request = new Request("https://laurel.example/app/thank-you", { headers });
  return loader({ request, context, params: {} });
}

it("the thank-you page opens with a saved text that can be sent no more, and says beside its field why", async () => {
  expect(await openPage()).toMatchObject({ preview: { subject: expect.any(String) }, savedErrors: {} });
  const shop = await opened.db.shop.findUniqueOrThrow({ where: { domain: SHOP } });
  const most = createShopIntl(shopFormat(shop)).number(20_000);
  const body = `Hello\n{% if shop.name %}${"x\n\n".repeat(10_000)}`;
  const templates = { htmlTemplate: "{% if %}", textTemplate: "{% if %}" };
  const row = { shopId: shop.id, version: 1, subject: "Thanks", body, ...templates, createdAt: NOON };
  await opened.db.thankYouEmail.create({ data: row });
  expect(await openPage()).toMatchObject({
    preview: null,
    saved: { body },
    savedErrors: { body: `Line 1: This is longer than ${most} characters.` },
  });
  await opened.db.thankYouEmail.create({ data: { ...row, version: 2, body: "Hello\n{% if shop.name %}" } });
  expect(await openPage()).toMatchObject({ savedErrors: { body: "Line 2: {% if shop.name %} has no end." } });
});
