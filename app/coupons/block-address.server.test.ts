import { afterAll, beforeAll, expect, it } from "vitest";
import { hashDomain, hashEmail, readEmail } from "~/engagements/shopper-identity";
import type { OpenDatabase } from "~/platform/database.server";
import { forShop } from "~/platform/for-shop";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { IDENTITY_KEY, testShop } from "../../tests/support/factories";
import { blockAddress } from "./block-address.server";
import { unblockAddress } from "./unblock-address.server";

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

it("keeps of an address only a hash and a masked label, and finds it however it is written", async () => {
  const { block, list } = await shopWithList();
  expect(await block(" Ada+news@Example.com ")).toEqual({ outcome: "blocked", label: "Ad•••@Example.com" });
  await block("ada@example.com");
  const email = readEmail("ADA@example.com");
  const rows = await list();
  expect(rows.map(({ keyedHash }) => keyedHash)).toEqual([email && hashEmail(IDENTITY_KEY, email)]);
  expect(JSON.stringify(rows)).not.toMatch(/ada/i);
});

it.each(["example.org", "@Example.ORG", "*@example.org"])("blocks a whole domain written as %s", async (typed) => {
  const { block, list } = await shopWithList();
  expect(await block(typed)).toEqual({ outcome: "blocked", label: "example.org" });
  expect((await list())[0]?.keyedHash).toBe(hashDomain(IDENTITY_KEY, "example.org"));
});

it.each(["", "nobody", "a b@example.com", "@"])("refuses %j", async (typed) => {
  const { block, list } = await shopWithList();
  expect((await block(typed)).outcome).toBe("invalid");
  expect(await list()).toEqual([]);
});

it("takes off the list what it put there", async () => {
  const { db, block, list } = await shopWithList();
  await block("example.org");
  await unblockAddress(db, { kind: "domain", keyedHash: hashDomain(IDENTITY_KEY, "example.org") });
  expect(await list()).toEqual([]);
});

async function shopWithList() {
  const shop = await testShop(opened.db);
  const db = forShop(opened.db, shop.id);
  const block = (typed: string) => blockAddress(db, { identityKey: IDENTITY_KEY, typed }, NOON);
  return { db, block, list: () => db.blockedAddress.findMany() };
}
