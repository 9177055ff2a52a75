import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database, OpenDatabase } from "~/platform/database.server";
import type { Coupon } from "~/platform/generated/client";
import { NOON } from "../../tests/support/clock";
import { codeDesk } from "../../tests/support/code-desk";
import { testDatabase } from "../../tests/support/databases";
import { abandonImport } from "./abandon-import.server";
import { abandonStaleImports } from "./abandon-stale-imports.server";
import { codeKey } from "./code-key";
import { importLease } from "./import-lease";
import { NO_COUNTS } from "./import-report";
import { lookUpBatch } from "./look-up-batch.server";
import { publishImport } from "./publish-import.server";
import { removeUntakenCodes } from "./remove-untaken-codes.server";
import { startImport } from "./start-import.server";
import { storeBatch } from "./store-batch.server";

let opened: OpenDatabase;
let db: Database;
beforeAll(async () => {
  opened = await testDatabase();
  db = opened.db;
});
afterAll(() => opened.close());
// The sweep is for all shops: what the test before left behind is not the next one's.
beforeEach(() => abandonStaleImports(db, NOON));

const { dynamicCoupon, upload, takenCodes, countOf } = codeDesk(() => db);

/** What a killed process leaves behind: a pool that is importing and codes in it. */
async function deadImport(coupon: Coupon, codes: string[]) {
  const { shopId, id: couponId } = coupon;
  const started = await startImport(db, { shopId, couponId, fileName: "dead.csv" }, NOON);
  if (started.outcome !== "started") throw new Error(started.outcome);
  const lines = codes.map((code, index) => ({ line: index + 1, code, key: codeKey(code), reason: null, endsOn: null }));
  const pool = { shopId, poolId: started.poolId };
  const lookedUp = await lookUpBatch(db, pool, { lines, blank: 0 });
  const input = { ...pool, lookedUp, before: { added: 0, keys: [] }, leaseUntil: importLease(NOON) };
  await storeBatch(db, input);
  return input;
}
const later = new Date(importLease(NOON).getTime() + 1);

test("shows nothing of itself, and holds its codes only as long as it lives", async () => {
  const coupon = await dynamicCoupon();
  await deadImport(coupon, ["A", "B"]);
  expect([await takenCodes(coupon, 5), await countOf(coupon)]).toEqual([[], { left: 0, total: 0 }]);
  const meanwhile = await upload(coupon, "A\nC\n");
  expect(meanwhile).toMatchObject({ report: { added: 1, rejects: [{ code: "A", reason: "held_by_other_upload" }] } });

  expect(await abandonStaleImports(db, later)).toMatchObject({ imports: 1, deletedCodes: 2, more: false });
  expect(await upload(coupon, "A\nB\n")).toMatchObject({ outcome: "imported", report: { added: 2 } });
  expect(await takenCodes(coupon, 5)).toEqual(["C", "A", "B"]);
});

test("is not in the way of its own codes between being abandoned and being cleaned up", async () => {
  const coupon = await dynamicCoupon();
  const { poolId } = await deadImport(coupon, ["A", "B"]);
  await db.codePool.updateMany({ where: { id: poolId }, data: { state: "abandoned" } });
  expect(await upload(coupon, "b\nNEW\n")).toMatchObject({ outcome: "imported", report: { added: 2, lines: 2 } });
  expect(await abandonStaleImports(db, later)).toMatchObject({ imports: 0, deletedCodes: 1 });
  expect(await takenCodes(coupon, 5)).toEqual(["b", "NEW"]);
});

test("stores nothing more once it was abandoned", async () => {
  const coupon = await dynamicCoupon();
  const input = await deadImport(coupon, ["A"]);
  await abandonStaleImports(db, later);
  expect(await storeBatch(db, input)).toEqual({ outcome: "abandoned" });
  expect(await db.code.count({ where: { shopId: coupon.shopId } })).toBe(0);
});

test("cannot be published once it was abandoned, or its coupon deleted", async () => {
  const coupon = await dynamicCoupon();
  const { shopId, poolId } = await deadImport(coupon, ["A"]);
  const read = { ...NO_COUNTS, lines: 1, added: 1, encoding: "utf-8", delimiter: ",", codeColumn: null } as const;
  const stored = {
    shopId,
    poolId,
    report: { ...read, rejects: [], notices: [] },
    lineOf: (position: number) => position,
  };
  const publish = () => publishImport(db, { ...stored, replace: false }, () => NOON);

  await db.coupon.updateMany({ where: { shopId, id: coupon.id }, data: { state: "deleted" } });
  expect(await publish()).toEqual({ outcome: "abandoned" });
  await db.coupon.updateMany({ where: { shopId, id: coupon.id }, data: { state: "active" } });
  await abandonImport(db, { shopId, poolId }, NOON);
  expect(await publish()).toEqual({ outcome: "abandoned" });
  expect(await takenCodes(coupon, 1)).toEqual([]);
});

test("is left alone while its lease runs", async () => {
  await deadImport(await dynamicCoupon(), ["A"]);
  expect(await abandonStaleImports(db, NOON)).toMatchObject({ imports: 0, deletedCodes: 0 });
  await abandonStaleImports(db, later);
});

test("leaves nothing when the upload breaks off", async () => {
  const coupon = await dynamicCoupon();
  async function* broken() {
    yield Buffer.from(Array.from({ length: 10_000 }, (_, index) => `C${index}\n`).join(""));
    throw new Error("connection reset");
  }
  await expect(upload(coupon, broken())).rejects.toThrow("connection reset");
  expect(await countOf(coupon)).toEqual({ left: 0, total: 0 });
  expect(await abandonStaleImports(db, NOON)).toMatchObject({ deletedCodes: 9_000 });
});

test("adds nothing when its coupon is deleted under way", async () => {
  const coupon = await dynamicCoupon();
  const { shopId, id: couponId } = coupon;
  async function* slow() {
    yield Buffer.from(Array.from({ length: 9_000 }, (_, index) => `C${index}\n`).join(""));
    await removeUntakenCodes(db, { shopId, couponId, keep: 0 }, NOON);
    yield Buffer.from("LAST\n");
  }
  expect(await upload(coupon, slow())).toMatchObject({ outcome: "refused", reason: "given_up" });
  expect(await takenCodes(coupon, 5)).toEqual([]);
});
