import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { forShop } from "~/platform/for-shop";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testPool, testShop } from "../../tests/support/factories";
import { intl } from "../../tests/support/shop-intl";
import { LONGEST_DESCRIPTION } from "./coupon-form";
import { duplicateCoupon } from "./duplicate-coupon.server";

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

it("begins a draft that is called a copy, with every setting of the coupon and nothing of its past", async () => {
  const { db } = opened;
  const shop = await testShop(db);
  const settings = {
    trigger: "photo_review",
    description: "Free socks",
    delaySeconds: 7200,
    limitPerShopper: 3,
    budget: 50,
    codeType: "dynamic",
    whenEmpty: "fallback",
    fallbackCode: "SOCKS",
    lowCodesAt: 25,
    remindedEmails: ["ada@example.com"],
    expiresOn: new Date("2026-12-31T00:00:00Z"),
    alsoAfterSmaller: true,
    position: 2,
  } as const;
  const past = { state: "paused", budgetUsed: 7, revision: 4, codesLevel: "low", pausedAt: NOON } as const;
  const original = await testCoupon(db, shop.id, { ...settings, ...past, remindedEmails: ["ada@example.com"] });
  await testPool(db, original, ["A", "B"]);
  const made = await duplicateCoupon(forShop(db, shop.id), { couponId: original.id, intl }, NOON);
  if (made.outcome !== "duplicated") throw new Error(made.outcome);
  const copy = await db.coupon.findFirstOrThrow({ where: { id: made.couponId }, include: { pools: true } });
  const fresh = { state: "draft", budgetUsed: 0, revision: 1, codesLevel: "enough", pausedAt: null, activatedAt: null };
  const own = { id: made.couponId, createdAt: NOON, deletedAt: null, description: "Copy of Free socks" };
  expect(copy).toEqual({ ...original, ...fresh, ...own, pools: [] });
  expect(await db.coupon.findFirst({ where: { id: original.id } })).toEqual(original);
});

it.each([
  ["", ""],
  ["x".repeat(LONGEST_DESCRIPTION), `Copy of ${"x".repeat(LONGEST_DESCRIPTION - 8)}`],
  ["👩‍👩‍👧".repeat(31), `Copy of ${"👩‍👩‍👧".repeat(30)}`],
  ["גרביים חינם", "Copy of גרביים חינם"],
])("names the copy of %j so that it can be saved and no sign is cut in two", async (description, name) => {
  const shop = await testShop(opened.db);
  const original = await testCoupon(opened.db, shop.id, { description, state: "draft" });
  const db = forShop(opened.db, shop.id);
  const made = await duplicateCoupon(db, { couponId: original.id, intl }, NOON);
  if (made.outcome !== "duplicated") throw new Error(made.outcome);
  expect(await db.coupon.findFirst({ where: { id: made.couponId } })).toMatchObject({ description: name });
});

it("finds no deleted coupon, and none of another shop", async () => {
  const shop = await testShop(opened.db);
  const stranger = await testShop(opened.db);
  const live = await testCoupon(opened.db, shop.id);
  const gone = await testCoupon(opened.db, shop.id, { state: "deleted" });
  const duplicate = (shopId: number, couponId: string) =>
    duplicateCoupon(forShop(opened.db, shopId), { couponId, intl }, NOON);
  expect(await duplicate(stranger.id, live.id)).toEqual({ outcome: "not_found" });
  expect(await duplicate(shop.id, gone.id)).toEqual({ outcome: "not_found" });
  expect(await opened.db.coupon.count({ where: { shopId: { in: [shop.id, stranger.id] } } })).toBe(2);
});
