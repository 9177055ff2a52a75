import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database, OpenDatabase } from "~/platform/database.server";
import type { Coupon } from "~/platform/generated/client";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testPool, testShop } from "../../tests/support/factories";
import { abandonImport } from "./abandon-import.server";
import { abandonStaleImports } from "./abandon-stale-imports.server";
import { countCodes } from "./count-codes.server";
import { importCodes } from "./import-codes.server";
import { NO_COUNTS } from "./import-report";
import { publishImport } from "./publish-import.server";
import { removeUntakenCodes } from "./remove-untaken-codes.server";
import { startImport } from "./start-import.server";
import { storeBatch } from "./store-batch.server";
import { takeCodes } from "./take-codes.server";

let opened: OpenDatabase;
let db: Database;
beforeAll(async () => {
  opened = await testDatabase();
  db = opened.db;
});
afterAll(() => opened.close());
// The sweep is for all shops: what the test before left behind is not the next one's.
beforeEach(() => abandonStaleImports(db, NOON));

async function dynamicCoupon(changes: Partial<Coupon> = {}): Promise<Coupon> {
  const shop = await testShop(db);
  return testCoupon(db, shop.id, { codeType: "dynamic", ...changes });
}

async function* bytesOf(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

function upload(coupon: Coupon, bytes: AsyncIterable<Uint8Array> | string, fileName = "codes.csv") {
  const source = typeof bytes === "string" ? bytesOf(bytes) : bytes;
  return importCodes(db, { shopId: coupon.shopId, couponId: coupon.id, fileName, bytes: source }, NOON);
}

const take = (coupon: Coupon, count: number) =>
  db.$transaction((tx) => takeCodes(tx, { shopId: coupon.shopId, couponId: coupon.id, count }));
const takenCodes = async (coupon: Coupon, count: number) => (await take(coupon, count)).map(({ code }) => code);
const countOf = async ({ shopId, id }: Coupon) => (await countCodes(db, shopId, [id])).get(id);

describe("importing a file", () => {
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
    expect(await upload(coupon, "\nFIRST\n")).toMatchObject({
      reason: "nothing_new",
      message:
        "No code was added. Lines in the file: 1, of which 1 already in this shop. Line 2: This shop already has this code.",
    });
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
});

describe("an import that does not finish", () => {
  /** What a killed process leaves behind: a pool that is importing and codes in it. */
  async function deadImport(coupon: Coupon, codes: string[]) {
    const { shopId, id: couponId } = coupon;
    const started = await startImport(db, { shopId, couponId, fileName: "dead.csv" }, NOON);
    if (started.outcome !== "started") throw new Error(started.outcome);
    const lines = codes.map((code, index) => ({ line: index + 1, code, reason: null, endsOn: null }));
    const batch = { lines, blank: 0 };
    const input = { shopId, poolId: started.poolId, batch, counts: NO_COUNTS, leaseUntil: NOON };
    await storeBatch(db, input);
    return input;
  }
  const later = new Date(NOON.getTime() + 1);

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
    const report = { ...NO_COUNTS, lines: 1, added: 1, encoding: "utf-8", delimiter: ",", codeColumn: null } as const;
    const publish = () => publishImport(db, { shopId, poolId, report: { ...report, rejects: [], notices: [] } }, NOON);

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
      yield Buffer.from(Array.from({ length: 9_000 }, (_, index) => `C${index}\n`).join(""));
      throw new Error("connection reset");
    }
    await expect(upload(coupon, broken())).rejects.toThrow("connection reset");
    expect(await countOf(coupon)).toEqual({ left: 0, total: 0 });
    expect(await abandonStaleImports(db, NOON)).toMatchObject({ deletedCodes: 8_000 });
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
});
