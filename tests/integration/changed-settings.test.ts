import { afterEach, beforeEach, expect, test } from "vitest";
import { blockAddress } from "~/coupons/block-address.server";
import { sweepLeftovers } from "~/jobs/sweep.job";
import type { OpenDatabase } from "~/platform/database.server";
import { forShop } from "~/platform/for-shop";
import type { Prisma, Shop } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { claimBatches } from "~/rewards/claim-batches.server";
import { deleteCoupon } from "~/rewards/delete-coupon.server";
import { sendAgain } from "~/rewards/send-again.server";
import { keptMail } from "../support/application";
import { testDatabase } from "../support/databases";
import { IDENTITY_KEY, testCoupon, testPool, testShop } from "../support/factories";
import { type Pipeline, reviewEvent, startPipeline, testThankYou } from "../support/pipeline";

const HOUR = 3600;
let opened: OpenDatabase;
let laurel: Pipeline;
let shop: Shop;

beforeEach(async () => {
  opened = await testDatabase();
  laurel = startPipeline(opened);
  shop = await testShop(opened.db);
  await testThankYou(laurel.app, shop);
});

afterEach(() => opened.close());

const change = (data: Prisma.ShopUpdateInput) => opened.db.shop.update({ where: { id: shop.id }, data });
const states = async () =>
  (await opened.db.reward.findMany({ orderBy: { promisedAt: "asc" } })).map(({ state }) => state);

test("no longer waiting for publication frees the promises that awaited it", async () => {
  await change({ waitForPublication: true });
  await testCoupon(opened.db, shop.id);
  await laurel.deliver(shop, reviewEvent({ published: "pending" }));
  await laurel.work();
  expect(await states()).toEqual(["awaiting_publication"]);
  await change({ waitForPublication: false });
  await sweepLeftovers(laurel.app);
  await laurel.work();
  expect(await states()).toEqual(["sent"]);
});

test("asking for verified buyers holds a promise already made until the hold window is over, and then ends it", async () => {
  await change({ holdSeconds: 2 * HOUR });
  await testCoupon(opened.db, shop.id, { delaySeconds: HOUR });
  await laurel.deliver(shop, reviewEvent());
  await laurel.work();
  await change({ verifiedBuyersOnly: true });
  await laurel.after(HOUR);
  expect(await states()).toEqual(["promised"]);
  await laurel.after(HOUR);
  expect(await states()).toEqual(["ended"]);
  expect(laurel.mail.mails).toEqual([]);
});

test("a deleted coupon keeps the oldest promises it has codes for, and ends the others visibly", async () => {
  const coupon = await testCoupon(opened.db, shop.id, { codeType: "dynamic", delaySeconds: HOUR });
  await testPool(opened.db, coupon, ["ONE"]);
  for (const name of ["first", "second"]) {
    await laurel.deliver(shop, reviewEvent({ externalId: name, actor: { email: `${name}@example.com` } }));
    await laurel.after(1);
  }
  const input = { shopId: shop.id, couponId: coupon.id, honour: true };
  expect(await deleteCoupon(opened.db, input, laurel.clock.now())).toEqual({
    outcome: "deleted",
    promisesKept: 1,
    promisesEnded: 1,
  });
  await laurel.after(HOUR);
  expect(laurel.mail.mails.map((mail) => mail.to)).toEqual(["first@example.com"]);
  expect(await states()).toEqual(["sent", "ended"]);
});

test("slow calls keep what they have in hand: nobody else takes it, nothing is given up, nothing sent twice", async () => {
  const smtp = keptMail({ name: "smtp", deduplicates: false });
  laurel = startPipeline(opened, { mail: smtp });
  await testCoupon(opened.db, shop.id);
  for (let index = 0; index < 40; index++) {
    await laurel.deliver(shop, reviewEvent({ externalId: `r${index}`, actor: { email: `s${index}@example.com` } }));
  }
  smtp.answer = async () => {
    laurel.clock.advance(1);
    await laurel.sender.keepLeases();
    // What another process's sweep does meanwhile.
    const taken = await claimBatches(
      opened.db,
      { limit: 50, afterShop: 0, holder: newId(), inHand: [], transport: smtp },
      laurel.clock.now(),
    );
    expect(taken).toMatchObject({ taken: 0, batches: [] });
    return { outcome: "sent", providerId: "p" };
  };
  await laurel.work();
  expect(new Set(smtp.mails.map((mail) => mail.to)).size).toBe(40);
  expect(smtp.mails).toHaveLength(40);
  expect(await states()).toEqual(Array(40).fill("sent"));
});

test("a code is not sent again to somebody who was blocked meanwhile", async () => {
  await testCoupon(opened.db, shop.id);
  await laurel.deliver(shop, reviewEvent());
  await laurel.work();
  const { id } = await opened.db.reward.findFirstOrThrow();
  const db = forShop(opened.db, shop.id);
  const typed = { identityKey: IDENTITY_KEY, typed: "ada@example.com" };
  await blockAddress(db, typed, laurel.clock.now());
  const again = await sendAgain(opened.db, { shopId: shop.id, rewardId: id }, laurel.clock.now());
  expect(again.outcome).toBe("not_possible");
  await laurel.work();
  expect(laurel.mail.mails.length).toBe(1);
});
