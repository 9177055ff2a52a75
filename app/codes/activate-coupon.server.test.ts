import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import type { Prisma } from "~/platform/generated/client";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testPool, testShop } from "../../tests/support/factories";
import { activateCoupon } from "./activate-coupon.server";
import { countCodes } from "./count-codes.server";

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

it("makes a draft live from this moment on, once", async () => {
  const coupon = await draft({});
  const input = { shopId: coupon.shopId, couponId: coupon.id, timeZone: "UTC" };
  expect(await activateCoupon(opened.db, input, NOON)).toEqual({ outcome: "activated" });
  const live = await opened.db.coupon.findFirstOrThrow({ where: { id: coupon.id } });
  expect(live).toMatchObject({ state: "active", activatedAt: NOON });
  expect(await activateCoupon(opened.db, input, NOON)).toEqual({ outcome: "not_found" });
});

it("sends back to the step that lacks something", async () => {
  const step = async (changes: Partial<Prisma.CouponUncheckedCreateInput>) => {
    const { shopId, id } = await draft(changes);
    return activateCoupon(opened.db, { shopId, couponId: id, timeZone: "UTC" }, NOON);
  };
  expect(await step({ staticCode: null })).toMatchObject({ outcome: "incomplete", step: "code" });
  expect(await step({ codeType: "dynamic" })).toMatchObject({ outcome: "incomplete", step: "code" });
  const yesterday = new Date(NOON.getTime() - 24 * 3_600_000);
  expect(await step({ expiresOn: yesterday })).toMatchObject({ outcome: "incomplete", step: "expiration" });
});

it("frees codes that were uploaded before a static code was chosen", async () => {
  const coupon = await draft({});
  await testPool(opened.db, coupon, ["A1", "A2"]);
  await activateCoupon(opened.db, { shopId: coupon.shopId, couponId: coupon.id, timeZone: "UTC" }, NOON);
  expect((await countCodes(opened.db, coupon.shopId, [coupon.id])).get(coupon.id)?.left).toBe(0);
});

it("takes as everybody's a code of the draft's own file, whose codes are freed", async () => {
  const coupon = await draft({ staticCode: "SPRING" });
  await testPool(opened.db, coupon, ["A1", "Spring"]);
  const input = { shopId: coupon.shopId, couponId: coupon.id, timeZone: "UTC" };
  expect(await activateCoupon(opened.db, input, NOON)).toEqual({ outcome: "activated" });
  expect((await countCodes(opened.db, coupon.shopId, [coupon.id])).get(coupon.id)?.left).toBe(0);
});

it("refuses a fallback code that is in the draft's own file", async () => {
  const coupon = await draft({ codeType: "dynamic", whenEmpty: "fallback", fallbackCode: "SPRING" });
  await testPool(opened.db, coupon, ["A1", "Spring"]);
  const input = { shopId: coupon.shopId, couponId: coupon.id, timeZone: "UTC" };
  expect(await activateCoupon(opened.db, input, NOON)).toMatchObject({
    outcome: "incomplete",
    holder: { id: coupon.id },
  });
});

it("takes a coupon that begins with few codes for one whose codes are low already, which is no news", async () => {
  const levelWith = async (lowCodesAt: number) => {
    const coupon = await draft({ codeType: "dynamic", lowCodesAt });
    await testPool(opened.db, coupon, [`A-${lowCodesAt}`, `B-${lowCodesAt}`]);
    await activateCoupon(opened.db, { shopId: coupon.shopId, couponId: coupon.id, timeZone: "UTC" }, NOON);
    return (await opened.db.coupon.findFirstOrThrow({ where: { id: coupon.id } })).codesLevel;
  };
  expect([await levelWith(2), await levelWith(1)]).toEqual(["low", "enough"]);
});

async function draft(changes: Partial<Prisma.CouponUncheckedCreateInput>) {
  const shop = await testShop(opened.db);
  return testCoupon(opened.db, shop.id, { state: "draft", activatedAt: null, ...changes });
}

it("refuses a unique code of another coupon as everybody's static code", async () => {
  const shop = await testShop(opened.db);
  const holder = await testCoupon(opened.db, shop.id, { codeType: "dynamic", description: "10% off" });
  await testPool(opened.db, holder, ["UNIQUE-1"]);
  const { id } = await testCoupon(opened.db, shop.id, { state: "draft", activatedAt: null, staticCode: "unique-1" });
  const input = { shopId: shop.id, couponId: id, timeZone: "UTC" };
  expect(await activateCoupon(opened.db, input, NOON)).toMatchObject({
    outcome: "incomplete",
    step: "code",
    message: { values: { coupon: "10% off" } },
    holder: { id: holder.id },
  });
});

it("refuses a code that a draft will give as a unique one", async () => {
  const shop = await testShop(opened.db);
  const files = await testCoupon(opened.db, shop.id, { codeType: "dynamic", state: "draft", activatedAt: null });
  await testPool(opened.db, files, ["SAME1"]);
  const { id } = await testCoupon(opened.db, shop.id, { state: "draft", activatedAt: null, staticCode: "same1" });
  const input = { shopId: shop.id, couponId: id, timeZone: "UTC" };
  expect(await activateCoupon(opened.db, input, NOON)).toMatchObject({
    outcome: "incomplete",
    holder: { id: files.id },
  });
});

it("refuses a unique code of another coupon as the fallback code", async () => {
  const shop = await testShop(opened.db);
  await testPool(opened.db, await testCoupon(opened.db, shop.id, { codeType: "dynamic" }), ["UNIQUE-1"]);
  const fallback = { codeType: "dynamic", whenEmpty: "fallback", fallbackCode: "Unique-1" } as const;
  const draft = await testCoupon(opened.db, shop.id, { state: "draft", activatedAt: null, ...fallback });
  await testPool(opened.db, draft, ["OTHER-1"]);
  const input = { shopId: shop.id, couponId: draft.id, timeZone: "UTC" };
  expect(await activateCoupon(opened.db, input, NOON)).toMatchObject({ outcome: "incomplete", step: "code" });
});

it("forgets a static code that was typed before codes of a file were chosen", async () => {
  const coupon = await draft({ codeType: "dynamic", staticCode: "THANKS10" });
  await testPool(opened.db, coupon, ["A1"]);
  await activateCoupon(opened.db, { shopId: coupon.shopId, couponId: coupon.id, timeZone: "UTC" }, NOON);
  expect((await opened.db.coupon.findFirstOrThrow({ where: { id: coupon.id } })).staticCode).toBeNull();
});
