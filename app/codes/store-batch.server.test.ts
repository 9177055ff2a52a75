import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database, OpenDatabase } from "~/platform/database.server";
import { NOON } from "../../tests/support/clock";
import { codeDesk } from "../../tests/support/code-desk";
import { testDatabase } from "../../tests/support/databases";
import { codeKey } from "./code-key";
import { importLease } from "./import-lease";
import { lookUpBatch } from "./look-up-batch.server";
import { startImport } from "./start-import.server";
import { storeBatch } from "./store-batch.server";

let opened: OpenDatabase;
let db: Database;
beforeAll(async () => {
  opened = await testDatabase();
  db = opened.db;
});
afterAll(() => opened.close());

const { dynamicCoupon, upload } = codeDesk(() => db);

const batchOf = (...codes: string[]) => {
  const lines = codes.map((code, index) => ({ line: index + 1, code, key: codeKey(code), reason: null, endsOn: null }));
  return { lines, blank: 0 };
};

async function startedImport() {
  const coupon = await dynamicCoupon();
  const { shopId, id: couponId } = coupon;
  const started = await startImport(db, { shopId, couponId, fileName: "codes.csv" }, NOON);
  if (started.outcome !== "started") throw new Error(started.outcome);
  return { coupon, pool: { shopId, poolId: started.poolId } };
}

const nothing = { added: 0, keys: [] };
const storedIn = async (poolId: string) => {
  const codes = await db.code.findMany({ where: { poolId }, orderBy: { position: "asc" } });
  return codes.map(({ position, code }) => [position, code]);
};

test("judges a batch again where another upload stored one of its codes since it was looked up", async () => {
  const { coupon, pool } = await startedImport();
  const lookedUp = await lookUpBatch(db, pool, batchOf("A", "B", "C"));
  await upload(coupon, "B\n");

  const stored = await storeBatch(db, { ...pool, lookedUp, before: nothing, leaseUntil: importLease(NOON) });

  expect(stored).toMatchObject({
    outcome: "stored",
    judged: {
      counts: { added: 2, duplicateInShop: 1 },
      rejects: [{ line: 2, code: "B", reason: "duplicate_in_shop" }],
    },
  });
  expect(await storedIn(pool.poolId)).toEqual([
    [1, "A"],
    [2, "C"],
  ]);
});

test("knows the codes of a batch that was stored after this one was looked up", async () => {
  const { pool } = await startedImport();
  const first = await lookUpBatch(db, pool, batchOf("A", "B"));
  const second = await lookUpBatch(db, pool, batchOf("b", "C"));
  const leaseUntil = importLease(NOON);
  await storeBatch(db, { ...pool, lookedUp: first, before: nothing, leaseUntil });

  const before = { added: 2, keys: [new Set(["A", "B"])] };
  const stored = await storeBatch(db, { ...pool, lookedUp: second, before, leaseUntil });

  expect(stored).toMatchObject({ judged: { counts: { added: 1, duplicateInFile: 1 } } });
  expect(await storedIn(pool.poolId)).toEqual([
    [1, "A"],
    [2, "B"],
    [3, "C"],
  ]);
});

test("renews the lease of an import that takes its time, and leaves the pool's row as it is otherwise", async () => {
  const { pool } = await startedImport();
  const after = async (seconds: number, code: string) => {
    const lookedUp = await lookUpBatch(db, pool, batchOf(code));
    const leaseUntil = new Date(importLease(NOON).getTime() + seconds * 1000);
    await storeBatch(db, { ...pool, lookedUp, before: { added: seconds, keys: [] }, leaseUntil });
    return (await db.codePool.findFirstOrThrow({ where: { id: pool.poolId } })).leaseUntil;
  };
  expect(await after(60, "A")).toEqual(importLease(NOON));
  expect(await after(61, "B")).toEqual(new Date(importLease(NOON).getTime() + 61_000));
});
