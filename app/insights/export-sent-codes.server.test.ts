import Papa from "papaparse";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { newId } from "~/platform/ids";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testCoupon, testEngagement, testReward, testShop, testShopper } from "../../tests/support/factories";
import { intl } from "../../tests/support/shop-intl";
import { exportSentCodes } from "./export-sent-codes.server";

/** More than are read at a time. */
const SENT = 510;

let opened: OpenDatabase;
let shopId: number;

beforeAll(async () => {
  opened = await testDatabase();
  const { db } = opened;
  ({ id: shopId } = await testShop(db));
  const shopper = await testShopper(db, shopId, "ada@example.com");
  await db.shopperIdentity.updateMany({ data: { name: '=HYPERLINK("https://evil.example")' } });
  const coupon = await testCoupon(db, shopId, { limitPerShopper: SENT });
  const engagement = await testEngagement(db, shopper, { productTitle: "Teapot" });
  const one = { codeTakenAt: NOON, settledAt: NOON, staticCode: "-10%", codeKey: "-10%", state: "sent" as const };
  const first = await testReward(db, engagement, coupon, one);
  const { shopperId, id: recipientId } = shopper;
  for (let n = 1; n < SENT; n += 1) {
    const later = { codeTakenAt: new Date(NOON.getTime() - n * 1000), slot: n + 1, shopperId, recipientId };
    await testReward(db, await testEngagement(db, shopper), coupon, { ...one, ...later });
  }
  const order = { shopId, couponId: coupon.id, rewardId: first.id, code: "-10%", codeKey: "-10%", redeemedAt: NOON };
  const paid = { ...order, id: newId(), orderId: "1", orderName: "#1001", orderValue: "49.90", refunded: "10.00" };
  const cancelled = { ...order, id: newId(), orderId: "2", orderName: "#1002", orderValue: "20.00", cancelledAt: NOON };
  await db.redemption.createMany({ data: [paid, cancelled] });
});
afterAll(() => opened.close());

it("has each code on a line of its own, with money and times in the shop's terms, and no cell a spreadsheet would calculate", async () => {
  const pieces = [];
  const asked = { shopId, intl };
  for await (const piece of exportSentCodes(opened.db, asked)) pieces.push(piece);
  expect(pieces.length).toBe(3);
  const { data: rows } = Papa.parse(pieces.join(""), { header: true, skipEmptyLines: true });
  expect(rows).toHaveLength(SENT);
  expect(rows[0]).toEqual({
    Code: "'-10%",
    Shopper: `'=HYPERLINK("https://evil.example")`,
    Email: "ada@example.com",
    Coupon: "10% off your next order",
    Engagement: "Review, 5 stars: Teapot",
    "Given (Europe/Berlin)": "2026-11-20 13:00:00",
    "Sent (Europe/Berlin)": "2026-11-20 13:00:00",
    State: "Sent",
    Reason: "",
    "Used on order": "#1001 #1002 (cancelled)",
    "Order value (EUR)": "49.90",
    "Refunded (EUR)": "10.00",
  });
});

it("has only what the page it was asked from shows", async () => {
  const pieces = [];
  const asked = { shopId, intl, text: "nobody@" };
  for await (const piece of exportSentCodes(opened.db, asked)) pieces.push(piece);
  expect(pieces).toHaveLength(1);
});
