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

it("takes static codes, fallbacks and former ones for the shop's, but not those of drafts", async () => {
  const { db } = opened;
  const { id: shopId } = await testShop(db);
  const fallback = { codeType: "dynamic", whenEmpty: "fallback" } as const;
  await testCoupon(db, shopId, { staticCode: "Static", formerCodes: ["Former"] });
  await testCoupon(db, shopId, { ...fallback, fallbackCode: "Fallback" });
  await testCoupon(db, shopId, { ...fallback, fallbackCode: "Draft", state: "draft" });
  const holders = await findCodeHolders(db, {
    shopId,
    poolId: newId(),
    keys: ["STATIC", "FORMER", "FALLBACK", "DRAFT", "FREE"],
  });
  expect([...holders]).toEqual([
    ["STATIC", "shop"],
    ["FORMER", "shop"],
    ["FALLBACK", "shop"],
  ]);
});
