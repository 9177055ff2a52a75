import { afterAll, beforeAll, expect, it } from "vitest";
import { editFields } from "~/coupons/coupon-edit";
import { sayFields } from "~/messages/say-fields";
import type { OpenDatabase } from "~/platform/database.server";
import type { Coupon, Prisma } from "~/platform/generated/client";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testEngagement, testPool, testReward, testShop, testShopper } from "../../tests/support/factories";
import { intl } from "../../tests/support/shop-intl";
import { type EditedCoupon, editCoupon } from "./edit-coupon.server";

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

it("saves every setting, and counts the saves", async () => {
  const coupon = await live({ codeType: "dynamic" });
  const typed = {
    description: "20% off",
    delayUnit: "days",
    delayAmount: "2",
    limitPerShopper: "3",
    budget: "500",
    whenEmpty: "fallback",
    fallbackCode: "LATER",
    remind: "on",
    lowCodesAt: "20",
    remindedEmails: "ada@example.com",
    expiration: "date",
    expiresOn: "2026-12-31",
  };
  expect(await edit(coupon, typed)).toEqual({ outcome: "saved" });
  expect(await stored(coupon)).toEqual({
    ...coupon,
    revision: 2,
    description: "20% off",
    delaySeconds: 172_800,
    limitPerShopper: 3,
    budget: 500,
    whenEmpty: "fallback",
    fallbackCode: "LATER",
    lowCodesAt: 20,
    codesLevel: "empty",
    remindedEmails: ["ada@example.com"],
    expiresOn: new Date("2026-12-31T00:00:00Z"),
  });
});

it("refuses the second save of two tabs, shows what the first one saved, and takes it once that was seen", async () => {
  const coupon = await live({});
  const tabs = await Promise.all(["first", "second"].map((description) => edit(coupon, { description })));
  expect(tabs.map(({ outcome }) => outcome).sort()).toEqual(["saved", "stale"]);
  const now = await stored(coupon);
  expect(tabs.find(({ outcome }) => outcome === "stale")).toEqual({ outcome: "stale", coupon: now });
  expect(await edit(now, { description: "third" })).toEqual({ outcome: "saved" });
});

it("begins under a new number of codes to be reminded at with the level they have, which is no news", async () => {
  const levelWith = async (lowCodesAt: string) => {
    const coupon = await live({ codeType: "dynamic", lowCodesAt: 50, codesLevel: "low" });
    await testPool(
      opened.db,
      coupon,
      ["A", "B", "C"].map((letter) => `${letter}-${lowCodesAt}`),
    );
    expect(await edit(coupon, { remind: "on", lowCodesAt })).toEqual({ outcome: "saved" });
    return (await stored(coupon)).codesLevel;
  };
  expect([await levelWith("2"), await levelWith("3"), await levelWith("60")]).toEqual(["enough", "low", "low"]);
});

it("judges that level by the codes no promise needs, as the reminder does", async () => {
  const coupon = await live({ codeType: "dynamic", lowCodesAt: null });
  await testPool(opened.db, coupon, ["A", "B", "C"]);
  const engagement = await testEngagement(opened.db, await testShopper(opened.db, coupon.shopId, "ada@example.com"));
  await testReward(opened.db, engagement, coupon, { state: "promised" });
  expect(await edit(coupon, { remind: "on", lowCodesAt: "2" })).toEqual({ outcome: "saved" });
  expect((await stored(coupon)).codesLevel).toBe("low");
});

it("changes nothing about rewards already promised", async () => {
  const coupon = await live({ budgetUsed: 1 });
  const engagement = await testEngagement(opened.db, await testShopper(opened.db, coupon.shopId, "ada@example.com"));
  const promised = await testReward(opened.db, engagement, coupon);
  const typed = {
    description: "5% off",
    delayUnit: "days",
    delayAmount: "3",
    expiration: "date",
    expiresOn: "2026-12-31",
  };
  expect(await edit(coupon, typed)).toEqual({ outcome: "saved" });
  expect(await opened.db.reward.findFirst({ where: { id: promised.id } })).toEqual(promised);
});

it("remembers the code that shoppers have when another is given from now on", async () => {
  const coupon = await live({ staticCode: "FIRST" });
  await edit(coupon, { staticCode: "SECOND" });
  await edit(await stored(coupon), { staticCode: "THIRD" });
  await edit(await stored(coupon), { description: "Same code" });
  expect(await stored(coupon)).toMatchObject({ staticCode: "THIRD", formerCodes: ["FIRST", "SECOND"] });
});

it("never changes trigger or code type, whatever is posted", async () => {
  const coupon = await live({});
  await edit(coupon, { trigger: "order", codeType: "dynamic" });
  expect(await stored(coupon)).toMatchObject({ trigger: "review", codeType: "static", staticCode: "THANKS10" });
});

it("refuses a budget below what is promised and given, and a code that is somebody's own", async () => {
  const coupon = await live({ budgetUsed: 5 });
  await testPool(opened.db, await testCoupon(opened.db, coupon.shopId, { codeType: "dynamic" }), ["UNIQUE-1"]);
  expect(refusals(await edit(coupon, { budget: "4" }))).toEqual({
    budget: "5 are promised or given already. Enter at least that many, or leave this empty.",
  });
  expect(refusals(await edit(coupon, { staticCode: "unique-1" }))).toEqual({
    staticCode: expect.stringContaining("one of the unique codes"),
  });
  expect(await stored(coupon)).toEqual(coupon);
});

it("lets an expired coupon be described anew, but not be given another day that has passed", async () => {
  const coupon = await live({ expiresOn: new Date("2026-01-31T00:00:00Z") });
  expect(await edit(coupon, { description: "Old" })).toEqual({ outcome: "saved" });
  expect(refusals(await edit(await stored(coupon), { expiresOn: "2026-02-01" }))).toEqual({
    expiresOn: "This date has passed. Choose today or a later day.",
  });
});

it("finds no draft, no deleted coupon and no other shop's", async () => {
  const stranger = await testShop(opened.db);
  for (const state of ["draft", "deleted"] as const) {
    expect(await edit(await live({ state }), {})).toEqual({ outcome: "not_found" });
  }
  const coupon = await live({});
  expect(await edit({ ...coupon, shopId: stranger.id }, {})).toEqual({ outcome: "not_found" });
});

async function live(changes: Partial<Prisma.CouponUncheckedCreateInput>): Promise<Coupon> {
  const shop = await testShop(opened.db);
  return testCoupon(opened.db, shop.id, changes);
}

function edit(coupon: Coupon, typed: Record<string, string>) {
  const { shopId, id: couponId, revision } = coupon;
  const fields = { ...editFields(coupon), ...typed };
  return editCoupon(opened.db, { shopId, couponId, revision, fields, timeZone: "UTC" }, NOON);
}

function stored({ id }: Coupon): Promise<Coupon> {
  return opened.db.coupon.findFirstOrThrow({ where: { id } });
}

function refusals(edited: EditedCoupon): Record<string, string> {
  return edited.outcome === "invalid" ? sayFields(intl, edited.errors) : {};
}
