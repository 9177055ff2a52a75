import { afterEach, describe, expect, test } from "vitest";
import { readInbox } from "~/jobs/read-inbox.job";
import { createSender } from "~/jobs/send-due.job";
import { sweep } from "~/jobs/sweep.job";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { postgresAvailable, postgresDatabase } from "../support/databases";
import { testCoupon, testPool, testShop } from "../support/factories";
import { type Pipeline, reviewEvent, startPipeline, testThankYou } from "../support/pipeline";

const TAKINGS = 1_000;
const SPARE = 40;
const LOW_AT = 50;
let opened: OpenDatabase;

afterEach(() => opened.close());

async function deliverReviews(laurel: Pipeline, shop: Shop, from: number, count: number): Promise<void> {
  const now = laurel.clock.now();
  const data = Array.from({ length: count }, (_, index) => {
    const name = `shopper${from + index}`;
    const event = reviewEvent({ externalId: name, actor: { email: `${name}@example.com` } });
    const at = { receivedAt: now, nextTryAt: now };
    return {
      shopId: shop.id,
      source: "events" as const,
      topic: "",
      deliveryKey: name,
      body: Buffer.from(JSON.stringify(event)),
      ...at,
    };
  });
  await laurel.app.db.inboxDelivery.createMany({ data });
}

/** Workers that read, send and look for low codes at the same time, until nothing is left to do. */
async function workInParallel(laurel: Pipeline): Promise<void> {
  const worker = async () => {
    const sender = createSender(laurel.app);
    for (let round = 0; round < 6; round++) {
      await readInbox(laurel.app);
      await Promise.all([sender.sendDue(), sweep(laurel.app), sweep(laurel.app)]);
      await sender.settled();
    }
  };
  await Promise.all([worker(), worker(), worker()]);
}

const codes = (count: number, letter: string) => Array.from({ length: count }, (_, index) => `${letter}-${index + 1}`);

describe.skipIf(!postgresAvailable())("low codes", () => {
  test("a thousand concurrent takings across the number make one mail, zero one more, and a refill arms again", async () => {
    opened = await postgresDatabase();
    const laurel = startPipeline(opened);
    const { db } = laurel.app;
    const shop = await testShop(db, { email: "owner@example.com" });
    await testThankYou(laurel.app, shop);
    const coupon = await testCoupon(db, shop.id, { codeType: "dynamic", lowCodesAt: LOW_AT, description: "Free tea" });
    await testPool(db, coupon, codes(TAKINGS + SPARE, "FIRST"));
    const subjects = () =>
      laurel.mail.mails.filter(({ to }) => to === "owner@example.com").map(({ subject }) => subject);

    await deliverReviews(laurel, shop, 0, TAKINGS);
    await workInParallel(laurel);
    expect(await db.reward.count({ where: { state: "sent" } })).toBe(TAKINGS);
    expect(subjects()).toEqual([expect.stringMatching(/^\d+ codes left for “Free tea”$/)]);

    await deliverReviews(laurel, shop, TAKINGS, SPARE + 5);
    await workInParallel(laurel);
    expect(subjects().slice(1)).toEqual(["No codes left for “Free tea”"]);
    expect(await db.reward.count({ where: { state: "waiting_for_code" } })).toBe(5);

    laurel.clock.advance(60);
    const second = await testPool(db, coupon, codes(LOW_AT + 10, "SECOND"), 2);
    await db.codePool.updateMany({ where: { id: second }, data: { publishedAt: laurel.clock.now() } });
    await workInParallel(laurel);
    expect(subjects()).toHaveLength(2);
    await deliverReviews(laurel, shop, 2 * TAKINGS, 10);
    await workInParallel(laurel);
    expect(subjects().slice(2)).toEqual([expect.stringMatching(/^\d+ codes left/)]);
    expect(
      await db.codesReminder.findMany({ select: { number: true, level: true }, orderBy: { number: "asc" } }),
    ).toEqual([
      { number: 1, level: "low" },
      { number: 2, level: "empty" },
      { number: 3, level: "low" },
    ]);
  });
});
