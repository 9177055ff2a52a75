import { afterEach, describe, expect, test } from "vitest";
import { readInbox } from "~/jobs/read-inbox.job";
import { createSender } from "~/jobs/send-due.job";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { postgresAvailable, postgresDatabase } from "../support/databases";
import { testCoupon, testPool, testShop } from "../support/factories";
import { type Pipeline, reviewEvent, startPipeline, testThankYou } from "../support/pipeline";

const SHOPPERS = 60;
let opened: OpenDatabase;

afterEach(() => opened.close());

/** A shop whose reviews earn one of `codes` codes, with a delivery for each shopper and every third one twice. */
async function busyShop(laurel: Pipeline, codes: number): Promise<Shop> {
  const shop = await testShop(laurel.app.db);
  await testThankYou(laurel.app, shop);
  const coupon = await testCoupon(laurel.app.db, shop.id, { codeType: "dynamic" });
  await testPool(
    laurel.app.db,
    coupon,
    Array.from({ length: codes }, (_, index) => `CODE-${index + 1}`),
  );
  for (let index = 0; index < SHOPPERS; index++) {
    const event = reviewEvent({ externalId: `r${index}`, actor: { email: `shopper${index}@example.com` } });
    await laurel.deliver(shop, event);
    if (index % 3 === 0) await laurel.deliver(shop, { ...event, action: "updated" });
  }
  return shop;
}

async function inParallel(laurel: Pipeline): Promise<void> {
  const worker = async () => {
    const sender = createSender(laurel.app);
    // A worker that finds everything locked by the other stops; the bell would wake it again.
    for (let round = 0; round < 5; round++) {
      await readInbox(laurel.app);
      await sender.sendDue();
      await sender.settled();
    }
  };
  await Promise.all([worker(), worker(), worker()]);
}

describe.skipIf(!postgresAvailable())("several workers", () => {
  test("read two shops' inboxes into exactly one reward, code and mail per shopper", async () => {
    opened = await postgresDatabase();
    const laurel = startPipeline(opened);
    const shops = [await busyShop(laurel, SHOPPERS), await busyShop(laurel, SHOPPERS)];
    await inParallel(laurel);
    for (const { id: shopId } of shops) {
      const sent = await opened.db.reward.findMany({ where: { shopId, state: "sent" }, include: { code: true } });
      expect(new Set(sent.map((reward) => reward.code?.code)).size).toBe(SHOPPERS);
      expect(new Set(sent.map((reward) => reward.shopperId)).size).toBe(SHOPPERS);
      expect(await opened.db.reward.count({ where: { shopId } })).toBe(SHOPPERS);
    }
    expect(laurel.mail.mails).toHaveLength(2 * SHOPPERS);
    expect(new Set(laurel.mail.mails.map((mail) => mail.id)).size).toBe(2 * SHOPPERS);
  });

  test("let exactly one of N shoppers wait when there are N-1 codes", async () => {
    opened = await postgresDatabase();
    const laurel = startPipeline(opened);
    await busyShop(laurel, SHOPPERS - 1);
    await inParallel(laurel);
    const states = await opened.db.reward.groupBy({ by: ["state"], _count: true });
    expect(Object.fromEntries(states.map((group) => [group.state, group._count]))).toEqual({
      sent: SHOPPERS - 1,
      waiting_for_code: 1,
    });
  });

  test("either send the first promise or the photo's better one, never both, while a photo comes in", async () => {
    opened = await postgresDatabase();
    const laurel = startPipeline(opened);
    const shop = await busyShop(laurel, SHOPPERS);
    await testCoupon(opened.db, shop.id, { trigger: "photo_review", description: "more", staticCode: "PHOTO" });
    await readInbox(laurel.app);
    for (let index = 0; index < SHOPPERS; index++) {
      const actor = { email: `shopper${index}@example.com` };
      await laurel.deliver(
        shop,
        reviewEvent({
          externalId: `r${index}`,
          action: "updated",
          updatedAt: "2026-11-20T12:00:01Z",
          photos: { count: 1 },
          actor,
        }),
      );
    }
    await inParallel(laurel);
    const standing = await opened.db.reward.findMany({ where: { state: { not: "ended" } } });
    expect(standing.map((reward) => reward.state)).toEqual(Array(SHOPPERS).fill("sent"));
    expect(new Set(standing.map((reward) => reward.shopperId)).size).toBe(SHOPPERS);
    expect(laurel.mail.mails).toHaveLength(SHOPPERS);
    const [coupon] = await opened.db.coupon.findMany({ where: { trigger: "review" } });
    expect(coupon?.budgetUsed).toBe(standing.filter((reward) => reward.couponId === coupon?.id).length);
  });
});
