import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database, OpenDatabase } from "~/platform/database.server";
import { newId } from "~/platform/ids";
import { NOON } from "../../tests/support/clock";
import { codeDesk } from "../../tests/support/code-desk";
import { testDatabase } from "../../tests/support/databases";
import { testPool, testShop } from "../../tests/support/factories";
import { removeUpload } from "./remove-upload.server";

let opened: OpenDatabase;
let db: Database;
beforeAll(async () => {
  opened = await testDatabase();
  db = opened.db;
});
afterAll(() => opened.close());

const { dynamicCoupon, upload, takenCodes, countOf } = codeDesk(() => db);

test("removes what nobody has of one upload, once, and leaves the others", async () => {
  const coupon = await dynamicCoupon();
  const { shopId } = coupon;
  const first = await testPool(db, coupon, ["A", "B", "C"], 1);
  await testPool(db, coupon, ["D"], 2);
  expect(await takenCodes(coupon, 1)).toEqual(["A"]);

  expect(await removeUpload(db, { shopId, uploadId: first }, NOON)).toEqual({ outcome: "removed", removed: 2 });
  expect(await countOf(coupon)).toEqual({ left: 1, total: 2 });
  expect(await removeUpload(db, { shopId, uploadId: first }, NOON)).toEqual({ outcome: "removed", removed: 0 });
  expect(await upload(coupon, "A\nB\nC\n")).toMatchObject({ report: { added: 2, duplicateInShop: 1 } });
  expect(await takenCodes(coupon, 5)).toEqual(["D", "B", "C"]);
});

test("removes nothing of another shop's, of none, and of an upload that still runs", async () => {
  const coupon = await dynamicCoupon();
  const uploadId = await testPool(db, coupon, ["A"]);
  const stranger = await testShop(db);
  for (const asked of [
    { shopId: stranger.id, uploadId },
    { shopId: coupon.shopId, uploadId: newId() },
  ]) {
    expect(await removeUpload(db, asked, NOON)).toEqual({ outcome: "not_found" });
  }
  await db.codePool.updateMany({ where: { id: uploadId }, data: { state: "importing" } });
  expect(await removeUpload(db, { shopId: coupon.shopId, uploadId }, NOON)).toEqual({ outcome: "not_found" });
  await db.codePool.updateMany({ where: { id: uploadId }, data: { state: "open" } });
  expect(await countOf(coupon)).toEqual({ left: 1, total: 1 });
});

test("removes nothing of a deleted coupon: what is left there is promised", async () => {
  const coupon = await dynamicCoupon();
  const uploadId = await testPool(db, coupon, ["A"]);
  await db.coupon.updateMany({ where: { id: coupon.id }, data: { state: "deleted", deletedAt: NOON } });
  expect(await removeUpload(db, { shopId: coupon.shopId, uploadId }, NOON)).toEqual({ outcome: "not_found" });
  expect(await countOf(coupon)).toEqual({ left: 1, total: 1 });
});
