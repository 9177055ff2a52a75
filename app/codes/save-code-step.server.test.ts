import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import type { Coupon } from "~/platform/generated/client";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testPool, testShop } from "../../tests/support/factories";
import { saveCodeStep } from "./save-code-step.server";

const NONE = { staticCode: null, fallbackCode: null, lowCodesAt: null, remindedEmails: [] };
const OWN_CODES = { ...NONE, codeType: "dynamic", whenEmpty: "wait" } as const;

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

async function draft(): Promise<Coupon> {
  const shop = await testShop(opened.db);
  return testCoupon(opened.db, shop.id, { state: "draft", staticCode: "TYPED" });
}

async function save({ shopId, id: couponId }: Coupon, isBack: boolean) {
  const { outcome } = await saveCodeStep(opened.db, { shopId, couponId, values: OWN_CODES, isBack }, NOON);
  const { codeType } = await opened.db.coupon.findFirstOrThrow({ where: { id: couponId } });
  return { outcome, codeType };
}

it("saves nothing of a coupon with codes of its own before some were uploaded", async () => {
  expect(await save(await draft(), false)).toEqual({ outcome: "codes_missing", codeType: "static" });
});

it("keeps the choice of codes of a file on the way back, without any", async () => {
  expect(await save(await draft(), true)).toEqual({ outcome: "saved", codeType: "dynamic" });
});

it("goes on with codes of a file that were uploaded", async () => {
  const coupon = await draft();
  await testPool(opened.db, coupon, ["ONE"]);
  expect(await save(coupon, false)).toEqual({ outcome: "saved", codeType: "dynamic" });
});

it("saves nothing of a coupon that is live by now", async () => {
  const coupon = await draft();
  await testPool(opened.db, coupon, ["ONE"]);
  await opened.db.coupon.updateMany({ where: { id: coupon.id }, data: { state: "active" } });
  expect(await save(coupon, false)).toEqual({ outcome: "not_found", codeType: "static" });
});
