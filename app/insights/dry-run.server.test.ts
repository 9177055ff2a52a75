import { subDays } from "date-fns";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testEngagement, testShop, testShopper } from "../../tests/support/factories";
import { dryRunCoupon } from "./dry-run.server";

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

it("tries a draft on this shop's engagements of the last 30 days, and changes nothing", async () => {
  const { db } = opened;
  const { shop, draft, wrote } = await shopWithDraft();
  await wrote("ada@example.com", 1);
  await wrote("bob@example.com", 29);
  await wrote("cyd@example.com", 31);
  const other = await shopWithDraft();
  await other.wrote("eve@example.com", 1);
  const before = await db.reward.count();
  const found = await dryRunCoupon(db, { shop, coupon: draft }, NOON);
  expect(found).toEqual({ rewards: 2, engagements: 2, isPartial: false });
  expect([await db.reward.count(), await db.engagementDecision.count()]).toEqual([before, 0]);
});

it("says when it looked at the newest engagements only", async () => {
  const { shop, draft, wrote } = await shopWithDraft();
  for (const days of [1, 2, 3]) await wrote(`shopper-${days}@example.com`, days);
  const found = await dryRunCoupon(opened.db, { shop, coupon: draft, mostEngagements: 2 }, NOON);
  expect(found).toEqual({ rewards: 2, engagements: 2, isPartial: true });
});

it("leaves out who is on the block list", async () => {
  const { shop, draft, wrote } = await shopWithDraft();
  const { domainHash } = await wrote("ada@blocked.example", 1);
  const blocked = { kind: "domain" as const, keyedHash: domainHash ?? "", label: "blocked.example" };
  await opened.db.blockedAddress.create({ data: { shopId: shop.id, ...blocked, createdAt: NOON } });
  expect(await dryRunCoupon(opened.db, { shop, coupon: draft }, NOON)).toMatchObject({ rewards: 0, engagements: 1 });
});

async function shopWithDraft() {
  const { db } = opened;
  const shop = await testShop(db);
  const draft = await testCoupon(db, shop.id, { state: "draft", activatedAt: null, createdAt: NOON });
  const wrote = async (address: string, daysAgo: number) => {
    const shopper = await testShopper(db, shop.id, address);
    const at = subDays(NOON, daysAgo);
    await testEngagement(db, shopper, { engagedAt: at, receivedAt: at, stateAt: at });
    return shopper;
  };
  return { shop, draft, wrote };
}
