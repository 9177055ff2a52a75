import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testShop } from "../../tests/support/factories";
import { intl } from "../../tests/support/shop-intl";
import { saveThankYou } from "./save-thank-you.server";
import { switchThankYou } from "./switch-thank-you.server";

const LATER = new Date(NOON.getTime() + 3_600_000);

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

it("counts from the moment it is turned on; turning on again changes nothing", async () => {
  const { turn, since } = await shopThatIsOff();
  await turn(true, NOON);
  await turn(true, LATER);
  expect(await since()).toEqual(NOON);
});

it("forgets that moment when it is turned off, so that what happens meanwhile earns nothing", async () => {
  const { turn, since } = await shopThatIsOff();
  await turn(true, NOON);
  expect(await turn(false, LATER)).toEqual({ outcome: "off" });
  expect(await since()).toBeNull();
  await turn(true, LATER);
  expect(await since()).toEqual(LATER);
});

it("saves our text for a shop that has none, and leaves the merchant's alone", async () => {
  const { shopId, turn } = await shopThatIsOff();
  await turn(true, NOON);
  await turn(false, NOON);
  await saveThankYou(opened.db, { shopId, version: 1, subject: "Mine", body: "Hello", intl }, NOON);
  await turn(true, LATER);
  const versions = await opened.db.thankYouEmail.findMany({ where: { shopId }, orderBy: { version: "asc" } });
  expect(versions.map(({ subject }) => subject)).toEqual([expect.stringContaining("Thank you"), "Mine"]);
});

async function shopThatIsOff() {
  const { db } = opened;
  const { id: shopId } = await testShop(db, { thankYouEmailSince: null });
  const turn = (isOn: boolean, now: Date) => switchThankYou(db, { shopId, isOn, intl }, now);
  const since = async () => (await db.shop.findUniqueOrThrow({ where: { id: shopId } })).thankYouEmailSince;
  return { shopId, turn, since };
}
