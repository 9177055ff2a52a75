import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database, OpenDatabase } from "~/platform/database.server";
import { NOON } from "../../tests/support/clock";
import { codeDesk } from "../../tests/support/code-desk";
import { testDatabase } from "../../tests/support/databases";
import { testPool, testShop } from "../../tests/support/factories";
import { intl } from "../../tests/support/shop-intl";
import { abandonStaleImports } from "./abandon-stale-imports.server";
import { exportRejects } from "./export-rejects.server";

let opened: OpenDatabase;
let db: Database;
beforeAll(async () => {
  opened = await testDatabase();
  db = opened.db;
});
afterAll(() => opened.close());

const { dynamicCoupon, upload } = codeDesk(() => db);

async function exported(shopId: number, poolId: string): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of exportRejects(db, { shopId, poolId, intl })) pieces.push(piece);
  return pieces.join("").split("\r\n");
}

async function poolOf(shopId: number): Promise<string> {
  return (await db.codePool.findFirstOrThrow({ where: { shopId }, orderBy: { number: "desc" } })).id;
}

test("every line that gave no code is kept, over batches, however many there are", async () => {
  const coupon = await dynamicCoupon();
  const imported = await upload(coupon, `A\n${"a\n".repeat(9_000)}B\n`);

  expect(imported).toMatchObject({ outcome: "imported", report: { added: 2, duplicateInFile: 9_000 } });
  const poolId = await poolOf(coupon.shopId);
  expect(await db.codeReject.count({ where: { poolId } })).toBe(9_000);
  const [heading, first, ...rest] = await exported(coupon.shopId, poolId);
  expect(heading).toBe('\uFEFF"Line","Code","Reason"');
  expect(first).toBe('"2","a","The same code stands on an earlier line of this file."');
  expect(rest.slice(-2)).toEqual(['"9001","a","The same code stands on an earlier line of this file."', ""]);
});

test("rejected lines are safe to open in a spreadsheet, whatever stood in them", async () => {
  const coupon = await dynamicCoupon();
  await upload(coupon, `code,x\nA,1\n=cmd|calc\u0007,1\n"two\nlines, ""q""",1\n+1\0,1\n`);
  const [, ...lines] = await exported(coupon.shopId, await poolOf(coupon.shopId));
  expect(lines.join("\r\n")).toBe(
    [
      `"3","'=cmd|calc\u0007","The code contains control characters, line breaks, invisible characters or several spaces in a row."`,
      `"4","two\nlines, ""q""","The code contains control characters, line breaks, invisible characters or several spaces in a row."`,
      `"6","'+1␀","The code contains control characters, line breaks, invisible characters or several spaces in a row."`,
      "",
    ].join("\r\n"),
  );
});

test("a file without a new code leaves its report and its rejected lines, and nothing else", async () => {
  const coupon = await dynamicCoupon();
  await testPool(db, coupon, ["FIRST"]);
  await upload(coupon, "FIRST\nfirst\n");
  await abandonStaleImports(db, NOON);
  const pool = await db.codePool.findFirstOrThrow({ where: { shopId: coupon.shopId, number: 2 } });
  expect(pool).toMatchObject({ state: "abandoned", size: 0, report: { added: 0, duplicateInShop: 2 } });
  expect(await exported(coupon.shopId, pool.id)).toHaveLength(4);
});

test("another shop gets no line of it", async () => {
  const coupon = await dynamicCoupon();
  await upload(coupon, "A\na\n");
  expect(await exported((await testShop(db)).id, await poolOf(coupon.shopId))).toHaveLength(2);
});
