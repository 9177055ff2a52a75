import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { newId } from "~/platform/ids";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testShop } from "../../tests/support/factories";
import { pauseCoupons } from "./pause-coupons.server";

let opened: OpenDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

it("pauses and resumes many at once, and counts those that changed", async () => {
  const { shopId, pause, states } = await shopWith(["active", "active", "paused"]);
  expect(await pause(true)).toEqual({ outcome: "changed", changed: 2 });
  expect(await states()).toEqual(["paused", "paused", "paused"]);
  expect(await opened.db.coupon.count({ where: { shopId, pausedAt: NOON } })).toBe(2);
  expect(await pause(false)).toEqual({ outcome: "changed", changed: 3 });
  expect(await pause(false)).toEqual({ outcome: "changed", changed: 0 });
  expect(await opened.db.coupon.count({ where: { shopId, pausedAt: null } })).toBe(3);
});

it("keeps the moment a resumed coupon first went live", async () => {
  const { shopId, pause } = await shopWith(["active"]);
  const before = await opened.db.coupon.findFirstOrThrow({ where: { shopId } });
  await pause(true);
  await pause(false);
  expect(await opened.db.coupon.findFirstOrThrow({ where: { shopId } })).toEqual(before);
});

it("leaves drafts and deleted coupons alone", async () => {
  const { pause, states } = await shopWith(["draft", "deleted"]);
  expect(await pause(false)).toEqual({ outcome: "not_found" });
  expect(await states()).toEqual(["draft", "deleted"]);
});

it("finds no coupon of another shop, and none by what is no id", async () => {
  const { ids, states } = await shopWith(["active"]);
  const stranger = await testShop(opened.db);
  const input = { shopId: stranger.id, couponIds: [...ids, newId(), "1", ""], paused: true };
  expect(await pauseCoupons(opened.db, input, NOON)).toEqual({ outcome: "not_found" });
  expect(await states()).toEqual(["active"]);
});

async function shopWith(wanted: ("draft" | "active" | "paused" | "deleted")[]) {
  const { id: shopId } = await testShop(opened.db);
  const ids: string[] = [];
  for (const state of wanted) ids.push((await testCoupon(opened.db, shopId, { state })).id);
  const pause = (paused: boolean) => pauseCoupons(opened.db, { shopId, couponIds: ids, paused }, NOON);
  const states = async () => {
    const rows = await opened.db.coupon.findMany({ where: { shopId } });
    return ids.map((id) => rows.find((row) => row.id === id)?.state);
  };
  return { shopId, ids, pause, states };
}
