import { addHours } from "date-fns";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { installShop } from "~/shopify/install-shop.server";
import { testApplication } from "../../tests/support/application";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { uninstallShop } from "./uninstall-shop.server";

const DETAILS = {
  name: "Shop",
  email: "owner@example.com",
  country: "AT",
  timeZone: "UTC",
  currency: "EUR",
  locale: "en",
};

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

/** A shop that Shopify granted access to at these hours, and what becomes of an uninstall at `hour` that is read last. */
async function uninstallAt(domain: string, { hour, granted }: { hour: number; granted: number[] }) {
  const app = testApplication(opened);
  for (const at of granted) {
    await installShop(app, { domain, details: DETAILS, setUp: async () => {} }, addHours(NOON, at));
  }
  const shop = await opened.db.shop.findUniqueOrThrow({ where: { domain } });
  const input = { shop, at: addHours(NOON, hour) };
  const { outcome } = await opened.db.$transaction((tx) => uninstallShop(tx, input, addHours(NOON, 9)));
  return { outcome, ...(await opened.db.shop.findUniqueOrThrow({ where: { domain } })) };
}

it("takes note that a shop removed the app", async () => {
  const after = await uninstallAt("removed.myshopify.com", { hour: 1, granted: [0] });
  expect(after).toMatchObject({ outcome: "uninstalled", uninstalledAt: addHours(NOON, 1) });
});

it("passes over an uninstall that comes in after the shop was back, although nothing was heard of it before", async () => {
  const after = await uninstallAt("back.myshopify.com", { hour: 1, granted: [0, 2] });
  expect(after).toMatchObject({ outcome: "reinstalled_since", uninstalledAt: null });
});
