import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database, OpenDatabase } from "~/platform/database.server";
import type { Coupon, Prisma } from "~/platform/generated/client";
import { NOON } from "../../tests/support/clock";
import { codeDesk } from "../../tests/support/code-desk";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon } from "../../tests/support/factories";
import { importCodes } from "./import-codes.server";

let opened: OpenDatabase;
let db: Database;
beforeAll(async () => {
  opened = await testDatabase();
  db = opened.db;
});
afterAll(() => opened.close());

const { dynamicCoupon, upload, takenCodes, countOf } = codeDesk(() => db);

/** A file, and coupons with codes for everybody that go live when its first lines were looked up and are not published yet. */
async function* interrupted(file: string, shopId: number, staticCodes: Partial<Prisma.CouponUncheckedCreateInput>[]) {
  yield Buffer.from(file);
  yield Buffer.from(manyCodes("FILL"));
  for (const changes of staticCodes) await testCoupon(db, shopId, changes);
}

const manyCodes = (name: string) => Array.from({ length: 6_000 }, (_, index) => `${name}-${index}\n`).join("");

const uploadInterrupted = (
  coupon: Coupon,
  file: string,
  staticCodes: Partial<Prisma.CouponUncheckedCreateInput>[],
  replace = false,
) => {
  const { shopId, id: couponId } = coupon;
  const bytes = interrupted(file, shopId, staticCodes);
  return importCodes(db, { shopId, couponId, fileName: "codes.csv", bytes, replace }, NOON);
};

test("a code that became everybody's while a file with it was uploaded is nobody's own, and its line is rejected", async () => {
  const coupon = await dynamicCoupon();
  const file = "code\nA\n\nA\nSpring\nB\nLATER\n";
  const imported = await uploadInterrupted(coupon, file, [
    { staticCode: "SPRING" },
    { codeType: "dynamic", staticCode: null, whenEmpty: "fallback", fallbackCode: "later" },
  ]);

  const rejects = [
    { line: 4, code: "A", reason: "duplicate_in_file" },
    { line: 5, code: "Spring", reason: "duplicate_in_shop" },
    { line: 7, code: "LATER", reason: "duplicate_in_shop" },
  ];
  expect(imported).toMatchObject({
    outcome: "imported",
    report: { lines: 6_006, added: 6_002, duplicateInShop: 2, duplicateInFile: 1, blank: 1, invalid: 0, rejects },
  });
  expect(await countOf(coupon)).toEqual({ left: 6_002, total: 6_002 });
  const recorded = { select: { line: true, code: true, reason: true }, orderBy: { line: "asc" } } as const;
  expect(await db.codeReject.findMany({ where: { shopId: coupon.shopId }, ...recorded })).toEqual(rejects);
  const taken = await takenCodes(coupon, 7_000);
  expect(new Set(taken).size).toBe(6_002);
  expect(taken).toEqual(expect.arrayContaining(["A", "B", "FILL-0", "FILL-5999"]));
  expect(taken).not.toContain("Spring");
  expect(taken).not.toContain("LATER");
});

test("a file whose every code became everybody's adds nothing, replaces nothing and says so", async () => {
  const coupon = await dynamicCoupon();
  await upload(coupon, "OLD\n");
  const { shopId, id: couponId } = coupon;
  const bytes = (async function* () {
    yield Buffer.from("ONLY\n".repeat(9_000));
    await testCoupon(db, shopId, { staticCode: "only" });
  })();
  const imported = await importCodes(db, { shopId, couponId, fileName: "new.csv", bytes, replace: true }, NOON);
  expect(imported).toMatchObject({
    outcome: "refused",
    reason: "nothing_new",
    report: { added: 0, duplicateInShop: 1, duplicateInFile: 8_999 },
  });
  expect(await takenCodes(coupon, 2)).toEqual(["OLD"]);
});
