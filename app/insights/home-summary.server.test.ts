import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testShop } from "../../tests/support/factories";
import { homeSummary } from "./home-summary.server";

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

it("takes a source for connected once something has arrived from it, not when its token was saved", async () => {
  const { db } = opened;
  const [{ id: shopId }, other] = [await testShop(db), await testShop(db)];
  for (const id of [shopId, other.id]) {
    const keys = { tokenHash: `hash-${id}`, token: "token", secret: "secret" };
    await db.sourceConnection.create({ data: { shopId: id, source: "judgeme", ...keys, createdAt: NOON } });
  }
  await db.sourceConnection.updateMany({ where: { shopId: other.id }, data: { lastReceivedAt: NOON } });
  expect(await homeSummary(db, { shopId })).toMatchObject({ hasConnectedSource: false });
  await db.sourceConnection.updateMany({ where: { shopId }, data: { lastReceivedAt: NOON } });
  expect(await homeSummary(db, { shopId })).toMatchObject({ hasConnectedSource: true });
});
