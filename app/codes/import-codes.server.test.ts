import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database, OpenDatabase } from "~/platform/database.server";
import type { Coupon } from "~/platform/generated/client";
import { NOON } from "../../tests/support/clock";
import { bytesOf, codeDesk } from "../../tests/support/code-desk";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testPool, testShop } from "../../tests/support/factories";
import { intl } from "../../tests/support/shop-intl";
import { abandonStaleImports } from "./abandon-stale-imports.server";

let opened: OpenDatabase;
let db: Database;
beforeAll(async () => {
  opened = await testDatabase();
  db = opened.db;
});
afterAll(() => opened.close());
// The sweep is for all shops: what the test before left behind is not the next one's.
beforeEach(() => abandonStaleImports(db, NOON));

const { dynamicCoupon, upload, take, countOf } = codeDesk(() => db);

test("shows what no database can store, in a line, a column's name and the file's name, and adds the rest", async () => {
  const coupon = await dynamicCoupon();
  const cut = `${"x".repeat(59)}😀\u0007`;

  const imported = await upload(coupon, `code,no\0te\nA\0B\nGOOD\n${cut}\n`, "co\0des.csv");

  expect(imported).toMatchObject({
    outcome: "imported",
    report: {
      added: 1,
      rejects: [
        { line: 2, code: "A␀B", reason: "control_characters" },
        { line: 4, code: `${"x".repeat(59)}\uFFFD`, reason: "control_characters" },
      ],
    },
  });
  const pool = await db.codePool.findFirstOrThrow({ where: { shopId: coupon.shopId } });
  expect(pool).toMatchObject({
    fileName: "co␀des.csv",
    report: { notices: [{ kind: "ignored_columns", columns: ["no␀te"] }] },
  });
});

test("adds each new code once, densely numbered in the order of the file, and accounts for every line", async () => {
  const other = await dynamicCoupon();
  await testPool(db, other, ["KNOWN"]);
  await testCoupon(db, other.shopId, { staticCode: "Welcome10" });
  const coupon = await testCoupon(db, other.shopId, { codeType: "dynamic" });

  const imported = await upload(coupon, "code,limit_send\nA1,1\nknown,1\na1,1\n\n,1\nWELCOME10,1\nb2,1\n");

  expect(imported).toMatchObject({
    outcome: "imported",
    report: {
      ...{ lines: 7, added: 2, duplicateInFile: 1, duplicateInShop: 2, invalid: 1, blank: 1 },
      ...{ encoding: "utf-8", delimiter: ",", codeColumn: "code" },
      rejects: [
        { line: 3, code: "known", reason: "duplicate_in_shop" },
        { line: 4, code: "a1", reason: "duplicate_in_file" },
        { line: 6, code: "", reason: "empty" },
        { line: 7, code: "WELCOME10", reason: "duplicate_in_shop" },
      ],
      notices: [{ kind: "ignored_columns", columns: ["limit_send"] }],
    },
  });
  expect(await take(coupon, 5)).toMatchObject([
    { position: 1, code: "A1" },
    { position: 2, code: "b2" },
  ]);
});

test("finds a code of an earlier batch again, and numbers go on over batches without gaps", async () => {
  const coupon = await dynamicCoupon();
  const codes = Array.from({ length: 9_000 }, (_, index) => `CODE-${index}`);
  const imported = await upload(coupon, bytesOf(`${codes.join("\n")}\n`, "code-0\nCODE-8999\nCODE-LAST\n"));
  expect(imported).toMatchObject({ outcome: "imported", report: { lines: 9_003, added: 9_001, duplicateInFile: 2 } });
  const [numbers] = await db.$queryRaw<object[]>`
    select min(position) as first, max(position) as last, count(*)::int as count from code where shop_id = ${coupon.shopId}`;
  expect(numbers).toEqual({ first: 1, last: 9_001, count: 9_001 });
  expect(await countOf(coupon)).toEqual({ left: 9_001, total: 9_001 });
});

test("lists 200 rejected lines and counts all of them", async () => {
  const imported = await upload(await dynamicCoupon(), `A\n${"a\n".repeat(500)}`);
  expect(imported).toMatchObject({ outcome: "imported", report: { added: 1, duplicateInFile: 500 } });
  expect(imported.outcome === "imported" && imported.report.rejects.length).toBe(200);
});

test("says that codes end before a coupon without an end does", async () => {
  const imported = await upload(await dynamicCoupon(), "code,expired_at\nA,04/05/2027\nB,01/02/2027\nC,\n");
  const notices = [{ kind: "codes_end", count: 2, firstDay: "2027-02-01" }];
  expect(imported).toMatchObject({ outcome: "imported", report: { added: 3, notices } });
});

test.each<[string, string]>([
  ["a file that is no CSV", "\u0000\u0001\u0002".repeat(50)],
  ["a file without a new code", "FIRST\nfirst\n"],
])("refuses %s and leaves the coupon's codes as they were", async (_name, text) => {
  const coupon = await dynamicCoupon();
  await testPool(db, coupon, ["FIRST"]);
  expect(await upload(coupon, text)).toMatchObject({ outcome: "refused" });
  expect(await countOf(coupon)).toEqual({ left: 1, total: 1 });
  expect(await db.codePool.count({ where: { shopId: coupon.shopId, state: "open" } })).toBe(1);
});

test("says why nothing was added", async () => {
  const coupon = await dynamicCoupon();
  await testPool(db, coupon, ["FIRST"]);
  const refused = await upload(coupon, "\nFIRST\n");
  if (refused.outcome !== "refused") throw new Error("Something was added");
  expect(refused.reason).toBe("nothing_new");
  expect(intl.say(refused.message)).toBe(
    "No code was added. Lines in the file: 1; already in this shop: 1. Line 2: This shop already has this code.",
  );
});

test("refuses a file over 100 MB, stores nothing that counts, and closes the source", async () => {
  const coupon = await dynamicCoupon();
  let closed = false;
  async function* endless() {
    try {
      yield Buffer.from("FIRST\n");
      for (;;) yield Buffer.alloc(10 * 1024 * 1024, "x");
    } finally {
      closed = true;
    }
  }
  expect(await upload(coupon, endless())).toMatchObject({ outcome: "refused", reason: "too_large" });
  expect([closed, await countOf(coupon)]).toEqual([true, { left: 0, total: 0 }]);
});

test.each<[string, (coupon: Coupon) => Promise<Coupon>]>([
  ["another shop's coupon", async (coupon) => ({ ...coupon, shopId: (await testShop(db)).id })],
  ["a static coupon", (coupon) => testCoupon(db, coupon.shopId)],
  ["a deleted coupon", (coupon) => testCoupon(db, coupon.shopId, { codeType: "dynamic", state: "deleted" })],
])("takes nothing for %s", async (_name, other) => {
  const coupon = await other(await dynamicCoupon());
  expect(await upload(coupon, "A\n")).toMatchObject({ outcome: "refused", reason: "no_such_coupon" });
});
