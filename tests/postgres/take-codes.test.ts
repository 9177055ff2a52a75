import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importCodes } from "~/codes/import-codes.server";
import { takeCodes } from "~/codes/take-codes.server";
import type { Database, OpenDatabase } from "~/platform/database.server";
import type { Coupon } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { NOON } from "../support/clock";
import { postgresAvailable, postgresDatabase } from "../support/databases";
import { testCoupon, testPool, testShop } from "../support/factories";

describe.skipIf(!postgresAvailable())("codes under concurrency", () => {
  let opened: OpenDatabase;
  let db: Database;
  beforeAll(async () => {
    opened = await postgresDatabase();
    db = opened.db;
  });
  afterAll(() => opened.close());

  const dynamicCoupon = async () => testCoupon(db, (await testShop(db)).id, { codeType: "dynamic" });
  const numbered = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
  const take = ({ shopId, id }: Coupon, count: number, afterwards: () => Promise<void> = async () => {}) =>
    db.$transaction(async (tx) => {
      const [taken = []] = await takeCodes(tx, [{ shopId, couponId: id, count }]);
      await afterwards();
      return taken.map(({ code }) => code);
    });

  test("N takers of N-1 codes get each code once, and one of them gets none", async () => {
    const coupon = await dynamicCoupon();
    await testPool(db, coupon, numbered("A", 99), 1);
    await testPool(db, coupon, numbered("B", 100), 2);
    const taken = await Promise.all(Array.from({ length: 200 }, () => take(coupon, 1)));
    expect(new Set(taken.flat())).toEqual(new Set([...numbered("A", 99), ...numbered("B", 100)]));
    expect(taken.flat().length).toBe(199);
    expect(taken.filter((codes) => codes.length === 0).length).toBe(1);
  });

  test("takers of several codes at once share out what is left to the last code", async () => {
    const coupon = await dynamicCoupon();
    await testPool(db, coupon, numbered("A", 10), 1);
    await testPool(db, coupon, numbered("B", 37), 2);
    await testPool(db, coupon, numbered("C", 3), 3);
    const taken = await Promise.all(Array.from({ length: 12 }, () => take(coupon, 7)));
    expect(taken.flat().length).toBe(50);
    expect(new Set(taken.flat()).size).toBe(50);
  });

  test("takers of several coupons at once, in whatever order they ask, get each code once and never block each other for good", async () => {
    const coupons = await Promise.all(Array.from({ length: 6 }, dynamicCoupon));
    await Promise.all(coupons.map((coupon, index) => testPool(db, coupon, numbered(`S${index}-`, 20))));
    const demands = coupons.map(({ shopId, id: couponId }) => ({ shopId, couponId, count: 3 }));
    const taken = await Promise.all(
      Array.from({ length: 8 }, (_, index) => {
        const asked = index % 2 === 0 ? demands : demands.toReversed();
        return db.$transaction(async (tx) => (await takeCodes(tx, asked)).flat().map(({ code }) => code));
      }),
    );
    expect(taken.flat().length).toBe(6 * 20);
    expect(new Set(taken.flat()).size).toBe(6 * 20);
  });

  test("a taker that rolls back leaves no gap", async () => {
    const coupon = await dynamicCoupon();
    await testPool(db, coupon, numbered("A", 10));
    const rollBack = async () => {
      throw new Error("rolled back");
    };
    const attempts = Array.from({ length: 20 }, (_, index) => take(coupon, 1, index % 2 === 0 ? rollBack : undefined));
    const settled = await Promise.allSettled(attempts);
    const taken = settled.flatMap((result) => (result.status === "fulfilled" ? result.value : []));
    expect(taken.sort()).toEqual(numbered("A", 10).sort());
  });

  test("a taker that has not finished holds up nobody who takes from another coupon", async () => {
    const coupon = await dynamicCoupon();
    const sibling = await testCoupon(db, coupon.shopId, { codeType: "dynamic" });
    await testPool(db, coupon, ["A1"]);
    await testPool(db, sibling, ["B1"]);
    const taken = await take(coupon, 1, async () => {
      expect(await take(sibling, 1)).toEqual(["B1"]);
    });
    expect(taken).toEqual(["A1"]);
  });

  test("uploads of overlapping files at the same time number their codes without gaps, count exactly, and share no code", async () => {
    const shop = await testShop(db);
    const common = numbered("COMMON", 9_000);
    const files = ["X", "Y", "Z"].map((prefix, index) => {
      const own = numbered(prefix, 1_500);
      return { own, lines: index % 2 === 0 ? [...common, ...own] : [...own, ...common.toReversed()] };
    });
    const imports = await Promise.all(
      files.map(async ({ lines }) => {
        const coupon = await testCoupon(db, shop.id, { codeType: "dynamic" });
        async function* bytes() {
          for (const line of lines) yield Buffer.from(`${line.toLowerCase()}\n`);
        }
        return importCodes(db, { shopId: shop.id, couponId: coupon.id, fileName: "codes.csv", bytes: bytes() }, NOON);
      }),
    );
    const reports = imports.map((imported) => (imported.outcome === "imported" ? imported.report : null));
    for (const report of reports) expect((report?.added ?? 0) + (report?.duplicateInShop ?? 0)).toBe(10_500);
    expect(reports.reduce((sum, report) => sum + (report?.added ?? 0), 0)).toBe(9_000 + 3 * 1_500);

    const pools = await db.$queryRaw<object[]>`
      select p.size, count(*)::int as codes, min(c.position) as first, max(c.position) as last
        from code_pool p join code c on c.shop_id = p.shop_id and c.pool_id = p.id
       where p.shop_id = ${shop.id} group by p.shop_id, p.id order by p.id`;
    const added = reports.map((report) => ({
      size: report?.added,
      codes: report?.added,
      first: 1,
      last: report?.added,
    }));
    expect(pools).toHaveLength(3);
    expect(pools).toEqual(expect.arrayContaining(added));
  });

  test("an upload that finds its number taken by another one takes the next", async () => {
    const coupon = await dynamicCoupon();
    const { shopId, id: couponId } = coupon;
    async function* bytes() {
      yield Buffer.from("FIRST\n");
    }
    const upload = () => importCodes(db, { shopId, couponId, fileName: "codes.csv", bytes: bytes() }, NOON);
    const someoneWaits = async () => {
      const [row] = await db.$queryRaw<{ waits: boolean }[]>`
        select exists (select from pg_locks where locktype = 'transactionid' and not granted) as waits`;
      return row?.waits;
    };
    const second = await db.$transaction(async (tx) => {
      const first = { shopId, couponId, number: 1, fileName: "first.csv", report: {}, createdAt: NOON };
      await tx.codePool.create({ data: { ...first, id: newId() } });
      const imported = upload();
      while (!(await someoneWaits()));
      return { imported };
    });
    const imported = await second.imported;
    const poolId = imported.outcome === "imported" ? imported.poolId : "";
    expect((await db.codePool.findFirst({ where: { shopId, id: poolId } }))?.number).toBe(2);
  });
});
