import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testPool, testShop } from "../../tests/support/factories";
import { nameCodeHolders } from "./name-code-holders.server";

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

it("names the coupon that has a code, a draft and a deleted one too, whatever the code's case, and no other shop's", async () => {
  const { db } = opened;
  const { id: shopId } = await testShop(db);
  const { id: stranger } = await testShop(db, { domain: "stranger.myshopify.com" });
  const draft = await testCoupon(db, shopId, { codeType: "dynamic", description: "Draft", state: "draft" });
  await testPool(db, draft, ["UNIQUE-1", "UNIQUE-2"]);
  await testCoupon(db, shopId, { description: "Static", staticCode: "Thanks10" });
  await testCoupon(db, shopId, { description: "Gone", staticCode: "GONE", state: "deleted", deletedAt: new Date() });
  await testCoupon(db, shopId, { description: "Typed in a draft", staticCode: "TYPED", state: "draft" });
  await testPool(db, await testCoupon(db, stranger, { codeType: "dynamic" }), ["THEIRS"]);
  const codes = ["unique-1", "THANKS10", "Gone", "Typed", "THEIRS", "FREE"];
  const holders = await nameCodeHolders(db, { shopId, codes });
  expect([...holders].map(([key, { description, state, has }]) => [key, description, state, has])).toEqual([
    ["THANKS10", "Static", "active", "static"],
    ["GONE", "Gone", "deleted", "static"],
    ["UNIQUE-1", "Draft", "draft", "unique"],
  ]);
  expect(await nameCodeHolders(db, { shopId, codes: [] })).toEqual(new Map());
});

it("does not name who had a code that was freed", async () => {
  const { db } = opened;
  const { id: shopId } = await testShop(db, { domain: "freed.myshopify.com" });
  const coupon = await testCoupon(db, shopId, { codeType: "dynamic" });
  const poolId = await testPool(db, coupon, ["KEPT", "FREED"]);
  await db.codePool.update({ where: { shopId_id: { shopId, id: poolId } }, data: { size: 1 } });
  const holders = await nameCodeHolders(db, { shopId, codes: ["KEPT", "FREED"] });
  expect([...holders.keys()]).toEqual(["KEPT"]);
});
