import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importCodes } from "~/codes/import-codes.server";
import type { Database, OpenDatabase } from "~/platform/database.server";
import { NOON } from "../support/clock";
import { bytesOf, codeDesk } from "../support/code-desk";
import { postgresAvailable, postgresDatabase } from "../support/databases";

const TAKERS = 6;
const FILES = ["B", "C", "D", "E", "F", "G", "H", "I"];
const CODES_IN_FILE = 200;

describe.skipIf(!postgresAvailable())("replacing the codes of a coupon", () => {
  let opened: OpenDatabase;
  let db: Database;
  beforeAll(async () => {
    opened = await postgresDatabase();
    db = opened.db;
  });
  afterAll(() => opened.close());

  const { dynamicCoupon, upload, take, countOf } = codeDesk(() => db);
  const file = (name: string) => Array.from({ length: CODES_IN_FILE }, (_, line) => `${name}${line}\n`).join("");

  test("while others take them gives no code twice, and every code is given, left or counted as removed", async () => {
    const coupon = await dynamicCoupon();
    await upload(coupon, file("A"));
    let isReplacing = true;
    const taking = async () => {
      const codes: string[] = [];
      while (isReplacing) for (const { code } of await take(coupon, 1)) codes.push(code);
      return codes;
    };
    const replacing = async () => {
      const { shopId, id: couponId } = coupon;
      const reports = [];
      for (const name of FILES) {
        const bytes = bytesOf(file(name));
        reports.push(await importCodes(db, { shopId, couponId, fileName: name, bytes, replace: true }, NOON));
      }
      isReplacing = false;
      return reports;
    };
    const [imports, ...taken] = await Promise.all([replacing(), ...Array.from({ length: TAKERS }, taking)]);
    const codes = taken.flat();
    expect(new Set(codes).size).toBe(codes.length);
    const removed = imports.map((imported) => {
      expect(imported).toMatchObject({ outcome: "imported", report: { added: CODES_IN_FILE } });
      if (imported.outcome !== "imported") return 0;
      return imported.report.notices.reduce((sum, notice) => sum + (notice.kind === "replaced" ? notice.count : 0), 0);
    });
    const left = (await countOf(coupon))?.left ?? 0;
    const uploaded = (FILES.length + 1) * CODES_IN_FILE;
    expect(codes.length + left + removed.reduce((a, b) => a + b, 0)).toBe(uploaded);
    // Nobody goes without while the newest file has codes.
    expect((await take(coupon, left)).length).toBe(left);
    expect(await take(coupon, 1)).toEqual([]);
  });
});
