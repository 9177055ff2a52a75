import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { newId } from "~/platform/ids";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testShop } from "../../tests/support/factories";
import { findCodeHolders } from "./find-code-holders.server";

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

it("takes codes for everybody, static and fallback, for the shop's own, but not those of drafts", async () => {
  const { db } = opened;
  const { id: shopId } = await testShop(db);
  const fallback = { codeType: "dynamic", whenEmpty: "fallback" } as const;
  await testCoupon(db, shopId, { staticCode: "Static" });
  await testCoupon(db, shopId, { ...fallback, fallbackCode: "Fallback" });
  await testCoupon(db, shopId, { ...fallback, fallbackCode: "Draft", state: "draft" });
  const holders = await findCodeHolders(db, { shopId, poolId: newId(), keys: ["STATIC", "FALLBACK", "DRAFT", "FREE"] });
  expect([...holders]).toEqual([
    ["STATIC", "shop"],
    ["FALLBACK", "shop"],
  ]);
});
