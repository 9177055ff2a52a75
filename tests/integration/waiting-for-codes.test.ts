import { afterEach, beforeEach, expect, test } from "vitest";
import { importCodes } from "~/codes/import-codes.server";
import type { OpenDatabase } from "~/platform/database.server";
import { testDatabase } from "../support/databases";
import { testCoupon, testShop } from "../support/factories";
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
