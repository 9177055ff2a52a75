import { afterEach, beforeEach, expect, test } from "vitest";
import { importCodes } from "~/codes/import-codes.server";
import type { OpenDatabase } from "~/platform/database.server";
import { releaseWaiting } from "~/rewards/release-waiting.server";
import { testDatabase } from "../support/databases";
import { testCoupon, testPool, testShop } from "../support/factories";
import { reviewEvent, startPipeline, testThankYou } from "../support/pipeline";

let opened: OpenDatabase;

beforeEach(async () => {
  opened = await testDatabase();
});

afterEach(() => opened.close());

test("added codes reach who waited longest first, one code each", async () => {
  const laurel = startPipeline(opened);
  const shop = await testShop(opened.db, { holdSeconds: 0 });
  await testThankYou(laurel.app, shop);
  const coupon = await testCoupon(opened.db, shop.id, { codeType: "dynamic" });
  const names = ["ada", "grace", "mary", "edith"];
  for (const name of names) {
    await laurel.deliver(
      shop,
      reviewEvent({ externalId: name, product: { shopifyId: name }, actor: { email: `${name}@example.com` } }),
    );
    await laurel.after(60);
  }
  // What was last written to says nothing of who waited: the oldest's row is the newest in the table.
  for (const name of names.toReversed()) {
    await opened.db.reward.updateMany({
      where: { recipient: { value: `${name}@example.com` } },
      data: { description: "10% off" },
    });
  }
  const add = async (codes: string) => {
    const bytes = (async function* () {
      yield Buffer.from(codes);
    })();
    const upload = { shopId: shop.id, couponId: coupon.id, fileName: "codes.csv", bytes };
    expect((await importCodes(opened.db, upload, laurel.clock.now())).outcome).toBe("imported");
    await laurel.work();
    return laurel.mail.mails.map(({ to }) => to.split("@")[0]);
  };
  expect(laurel.mail.mails).toEqual([]);
  expect(await add("FIRST\nSECOND\n")).toEqual(["ada", "grace"]);
  expect(await add("THIRD\n")).toEqual(["ada", "grace", "mary"]);
});

test("no more of those who wait are released than there are codes, and all where there is a fallback", async () => {
  const laurel = startPipeline(opened);
  const shop = await testShop(opened.db);
  await testThankYou(laurel.app, shop);
  const coupon = await testCoupon(opened.db, shop.id, { codeType: "dynamic" });
  for (const externalId of ["one", "two", "three", "four", "five"])
    await laurel.deliver(shop, reviewEvent({ externalId, actor: { email: `${externalId}@example.com` } }));
  await laurel.work();
  await testPool(opened.db, coupon, ["A", "B"]);
  expect(await releaseWaiting(opened.db)).toBe(2);
  await laurel.work();
  expect(laurel.mail.mails).toHaveLength(2);
  expect(await releaseWaiting(opened.db)).toBe(0);
  await opened.db.coupon.updateMany({ data: { whenEmpty: "fallback", fallbackCode: "ALWAYS" } });
  expect(await releaseWaiting(opened.db)).toBe(3);
});
