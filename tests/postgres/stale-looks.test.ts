import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { activateCoupon } from "~/codes/activate-coupon.server";
import { saveCouponDraft } from "~/coupons/save-coupon-draft.server";
import type { Database, OpenDatabase, Transaction } from "~/platform/database.server";
import { forShop } from "~/platform/for-shop";
import type { Shop } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { lockShop } from "~/platform/lock-shop.server";
import { noticeLowCodes } from "~/rewards/notice-low-codes.server";
import { recordOutcome } from "~/rewards/record-outcome.server";
import { sendAgain } from "~/rewards/send-again.server";
import { testApplication } from "../support/application";
import { NOON } from "../support/clock";
import { postgresAvailable, postgresDatabase } from "../support/databases";
import { testCoupon, testEngagement, testPool, testReward, testShop, testShopper } from "../support/factories";
import { testThankYou } from "../support/pipeline";

describe.skipIf(!postgresAvailable())("what was looked at while another was changing it", () => {
  let opened: OpenDatabase;
  let db: Database;
  let shop: Shop;

  beforeAll(async () => {
    opened = await postgresDatabase();
    db = opened.db;
  });
  beforeEach(async () => {
    shop = await testShop(db);
    await testThankYou(testApplication(opened), shop);
  });
  afterAll(() => opened.close());

  /** Resolves once so many sessions wait for a lock. */
  async function untilWaiting(count: number): Promise<void> {
    let waiting = 0;
    while (waiting < count) {
      const [row] = await db.$queryRaw<{ waiting: number }[]>`
        select count(*)::int as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      waiting = row?.waiting ?? 0;
    }
  }

  /** Begins both, the second while the first waits for what `lock` holds, and resolves with what came of them. */
  async function overtaking<A, B>(
    lock: (tx: Transaction) => Promise<unknown>,
    first: () => Promise<A>,
    second: () => Promise<B>,
  ) {
    const begun = await db.$transaction(async (tx) => {
      await lock(tx);
      const a = first();
      await untilWaiting(1);
      const b = second();
      await untilWaiting(2);
      return { a, b };
    });
    return { first: await begun.a, second: await begun.b };
  }

  test("a step that is saved while its coupon goes live is not saved, or is what was checked", async () => {
    const other = await testCoupon(db, shop.id, { codeType: "dynamic" });
    await testPool(db, other, ["ADAS-OWN"]);
    const draft = { state: "draft", activatedAt: null, staticCode: "FINE" } as const;
    const coupon = await testCoupon(db, shop.id, draft);
    const values = { codeType: "static", staticCode: "ADAS-OWN" } as const;
    const { first, second } = await overtaking(
      (tx) => tx.$queryRaw`select id from coupon where id = ${coupon.id}::uuid for update`,
      () => saveCouponDraft(forShop(db, shop.id), { couponId: coupon.id, values }, NOON),
      () => activateCoupon(db, { shopId: shop.id, couponId: coupon.id, timeZone: "UTC" }, NOON),
    );
    expect([first.outcome, second.outcome]).toEqual(["saved", "incomplete"]);
    expect(await db.coupon.findFirstOrThrow({ where: { id: coupon.id } })).toMatchObject({ state: "draft" });
  });

  test("a mail whose refusal comes in late says nothing of a reward that is being sent again", async () => {
    const coupon = await testCoupon(db, shop.id);
    const engagement = await testEngagement(db, await testShopper(db, shop.id, "ada@example.com"));
    const parked = { staticCode: "THANKS10", codeTakenAt: NOON, reason: "delivery_unknown", settledAt: NOON };
    const reward = await testReward(db, engagement, coupon, { state: "parked", ...parked });
    const sender = { transport: "smtp", senderAddress: "a@b.example", state: "settled" } as const;
    const tried = { createdAt: NOON, nextTryAt: NOON, attempts: 1, firstTriedAt: NOON };
    const batch = await db.mailBatch.create({ data: { id: newId(), ...sender, ...tried } });
    const lost = {
      kind: "thank_you",
      number: 1,
      state: "parked",
      senderName: "S",
      recipient: "ada@example.com",
    } as const;
    const inBatch = { shopId: shop.id, rewardId: reward.id, createdAt: NOON, batchId: batch.id, batchPosition: 1 };
    const message = await db.message.create({ data: { id: newId(), ...lost, ...inBatch } });
    const receipt = { outcome: "settled", receipts: [{ outcome: "refused", reason: "550 no" }] } as const;
    await overtaking(
      (tx) => tx.$queryRaw`select id from shop where id = ${shop.id} for update`,
      () => sendAgain(db, { shopId: shop.id, rewardId: reward.id }, NOON),
      () =>
        recordOutcome(
          db,
          { batch, messages: [message], receipt: { ...receipt, receipts: [...receipt.receipts] } },
          NOON,
        ),
    );
    expect(await db.reward.findFirstOrThrow({ where: { id: reward.id } })).toMatchObject({ state: "sending" });
    expect(await db.message.findMany({ where: { rewardId: reward.id }, orderBy: { number: "asc" } })).toMatchObject([
      { state: "failed" },
      { state: "waiting" },
    ]);
  });

  test.each([
    ["deleted", { state: "deleted" }],
    ["no longer to be reminded of", { lowCodesAt: null }],
  ] as const)("nobody is reminded of a coupon that is %s while its codes are counted", async (_what, change) => {
    const coupon = await testCoupon(db, shop.id, {
      codeType: "dynamic",
      lowCodesAt: 5,
      remindedEmails: ["a@b.example"],
    });
    await testPool(db, coupon, ["ONE"]);
    const settings = { uploadUrl: () => "https://admin.example", logger: { error: expect.unreachable } };
    const noticing = await db.$transaction(async (tx) => {
      await lockShop(tx, shop.id);
      await tx.coupon.update({ where: { shopId_id: { shopId: shop.id, id: coupon.id } }, data: change });
      const begun = noticeLowCodes(db, settings, NOON);
      await untilWaiting(1);
      return { begun };
    });
    expect(await noticing.begun).toBe(0);
    expect(await db.message.count({ where: { shopId: shop.id } })).toBe(0);
  });

  test("codes that are published while a coupon's are counted are counted too", async () => {
    const coupon = await testCoupon(db, shop.id, {
      codeType: "dynamic",
      lowCodesAt: 2,
      remindedEmails: ["a@b.example"],
    });
    await testPool(db, coupon, ["ONE"]);
    const second = await testPool(db, coupon, ["TWO", "THREE"], 2);
    await db.codePool.updateMany({ where: { id: second }, data: { size: 0, state: "importing", publishedAt: null } });
    const settings = { uploadUrl: () => "https://admin.example", logger: { error: expect.unreachable } };
    const noticing = await db.$transaction(async (tx) => {
      await lockShop(tx, shop.id);
      const begun = noticeLowCodes(db, settings, NOON);
      await untilWaiting(1);
      await tx.codePool.updateMany({ where: { id: second }, data: { size: 2, state: "open", publishedAt: NOON } });
      return { begun };
    });
    expect(await noticing.begun).toBe(0);
  });
});
