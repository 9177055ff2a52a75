import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database, OpenDatabase } from "~/platform/database.server";
import type { Coupon } from "~/platform/generated/client";
import { NOON } from "../../tests/support/clock";
import { bytesOf, codeDesk } from "../../tests/support/code-desk";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testPool } from "../../tests/support/factories";
import { abandonStaleImports } from "./abandon-stale-imports.server";
import { importCodes } from "./import-codes.server";
import { NO_COUNTS } from "./import-report";
import { publishImport } from "./publish-import.server";
import { startImport } from "./start-import.server";

let opened: OpenDatabase;
let db: Database;
beforeAll(async () => {
  opened = await testDatabase();
  db = opened.db;
});
afterAll(() => opened.close());

const { dynamicCoupon, upload, takenCodes, countOf } = codeDesk(() => db);
const replace = ({ shopId, id: couponId }: Coupon, bytes: AsyncIterable<Uint8Array>) =>
  importCodes(db, { shopId, couponId, fileName: "new.csv", bytes, replace: true }, NOON);

/** Enough for the import to be under way before the next piece is asked for. */
const manyCodes = () => Buffer.from(Array.from({ length: 9_000 }, (_, index) => `NEW-${index}\n`).join(""));

test("an upload that replaces ends all older ones, keeps what was given, and is what is taken next", async () => {
  const coupon = await dynamicCoupon();
  const other = await testCoupon(db, coupon.shopId, { codeType: "dynamic" });
  await testPool(db, other, ["OTHER"]);
  await upload(coupon, "A\nB\n");
  await upload(coupon, "C\n");
  expect(await takenCodes(coupon, 1)).toEqual(["A"]);

  const imported = await replace(coupon, bytesOf("N1\nN2\n"));

  expect(imported).toMatchObject({
    outcome: "imported",
    report: { added: 2, notices: [{ kind: "replaced", count: 2 }] },
  });
  expect([await countOf(coupon), await countOf(other)]).toEqual([
    { left: 2, total: 3 },
    { left: 1, total: 1 },
  ]);
  await abandonStaleImports(db, NOON);
  const codes = await db.code.findMany({ where: { shopId: coupon.shopId }, orderBy: { code: "asc" } });
  expect(codes.map(({ code }) => code)).toEqual(["A", "N1", "N2", "OTHER"]);
  expect(await takenCodes(coupon, 5)).toEqual(["N1", "N2"]);
});

test("removed codes can be uploaded again at once, given ones never", async () => {
  const coupon = await dynamicCoupon();
  await upload(coupon, "A\nB\n");
  await takenCodes(coupon, 1);
  await replace(coupon, bytesOf("N\n"));
  expect(await upload(coupon, "A\nB\n")).toMatchObject({ report: { added: 1, duplicateInShop: 1 } });
});

test("codes are there to the last moment, and stay where the new file has none", async () => {
  const coupon = await dynamicCoupon();
  await upload(coupon, "A\nB\n");
  async function* watched() {
    yield manyCodes();
    expect(await countOf(coupon)).toEqual({ left: 2, total: 2 });
  }
  expect(await replace(coupon, bytesOf("a\nb\n"))).toMatchObject({ outcome: "refused", reason: "nothing_new" });
  expect(await countOf(coupon)).toEqual({ left: 2, total: 2 });
  expect(await replace(coupon, watched())).toMatchObject({ outcome: "imported" });
  expect(await countOf(coupon)).toEqual({ left: 9_000, total: 9_000 });
});

test("an upload that was given up replaces nothing", async () => {
  const coupon = await dynamicCoupon();
  await upload(coupon, "A\n");
  async function* stalled() {
    yield manyCodes();
    await db.codePool.updateMany({
      where: { shopId: coupon.shopId, state: "importing" },
      data: { state: "abandoned" },
    });
  }
  expect(await replace(coupon, stalled())).toMatchObject({ outcome: "refused", reason: "given_up" });
  const { id: poolId } = await db.codePool.findFirstOrThrow({ where: { shopId: coupon.shopId, state: "abandoned" } });
  const late = {
    shopId: coupon.shopId,
    poolId,
    report: reportOf(9_000),
    lineOf: (position: number) => position,
    replace: true,
  };
  expect(await publishImport(db, late, () => NOON)).toEqual({ outcome: "abandoned" });
  expect(await takenCodes(coupon, 5)).toEqual(["A"]);
});

test("an upload that outlives its coupon replaces nothing: what is left there is promised", async () => {
  const coupon = await dynamicCoupon();
  await upload(coupon, "A\n");
  const { shopId, id: couponId } = coupon;
  const started = await startImport(db, { shopId, couponId, fileName: "late.csv" }, NOON);
  if (started.outcome !== "started") throw new Error("not started");
  await db.coupon.updateMany({ where: { shopId, id: couponId }, data: { state: "deleted", deletedAt: NOON } });
  const late = {
    shopId,
    poolId: started.poolId,
    report: reportOf(1),
    lineOf: (position: number) => position,
    replace: true,
  };
  expect(await publishImport(db, late, () => NOON)).toEqual({ outcome: "abandoned" });
  expect(await takenCodes(coupon, 5)).toEqual(["A"]);
});

const reportOf = (added: number) => ({
  ...NO_COUNTS,
  added,
  encoding: "utf-8" as const,
  delimiter: ",",
  codeColumn: null,
  rejects: [],
  notices: [],
});
