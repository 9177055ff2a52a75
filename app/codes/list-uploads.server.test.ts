import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database, OpenDatabase } from "~/platform/database.server";
import type { Coupon } from "~/platform/generated/client";
import { codeDesk } from "../../tests/support/code-desk";
import { testDatabase } from "../../tests/support/databases";
import { testPool, testShop } from "../../tests/support/factories";
import { listUploads } from "./list-uploads.server";

let opened: OpenDatabase;
let db: Database;
beforeAll(async () => {
  opened = await testDatabase();
  db = opened.db;
});
afterAll(() => opened.close());

const { dynamicCoupon, upload, take } = codeDesk(() => db);
const list = ({ shopId, id: couponId }: Coupon, before: number | null = null) =>
  listUploads(db, { shopId, couponId, before });

test("shows what became of each upload, newest first", async () => {
  const coupon = await dynamicCoupon();
  await upload(coupon, "A\nB\na\n", "first.csv");
  await upload(coupon, "a\n", "nothing.csv");
  await take(coupon, 1);

  const { uploads, older } = await list(coupon);

  expect(older).toBeNull();
  expect(uploads).toMatchObject([
    {
      number: 2,
      state: "abandoned",
      fileName: "nothing.csv",
      counts: { added: 0, duplicateInShop: 1 },
      hasRejects: true,
    },
    {
      number: 1,
      state: "open",
      fileName: "first.csv",
      counts: { lines: 3, added: 2 },
      taken: 1,
      left: 1,
      hasRejects: true,
    },
  ]);
});

test("shows how far an upload is that runs elsewhere, and none of its codes as ready", async () => {
  const coupon = await dynamicCoupon();
  const seen: unknown[] = [];
  async function* slow() {
    yield Buffer.from(`${Array.from({ length: 60_000 }, (_, index) => `CODE-${index}`).join("\n")}\n`);
    yield Buffer.from("B\n");
    while (seen.length === 0) {
      const { uploads } = await list(coupon);
      if (uploads[0] && uploads[0].stored > 0) seen.push(uploads[0]);
    }
  }
  await upload(coupon, slow());
  expect(seen).toMatchObject([{ state: "importing", left: 0, taken: 0, counts: null, hasRejects: false }]);
  expect((await list(coupon)).uploads).toMatchObject([{ state: "open", stored: 0, left: 60_001 }]);
});

test("goes on page by page, and shows nothing to another shop", async () => {
  const coupon = await dynamicCoupon();
  for (let number = 1; number <= 12; number += 1) await testPool(db, coupon, [`CODE-${number}`], number);
  const first = await list(coupon);
  const second = await list(coupon, first.older);
  const numbers = [...first.uploads, ...second.uploads].map(({ number }) => number);
  expect(numbers).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(second.older).toBeNull();
  const stranger = { ...coupon, shopId: (await testShop(db)).id };
  expect(await list(stranger)).toEqual({ uploads: [], older: null });
});
