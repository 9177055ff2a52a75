import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activateCoupon } from "~/codes/activate-coupon.server";
import { importCodes } from "~/codes/import-codes.server";
import { editFields } from "~/coupons/coupon-edit";
import type { Database, OpenDatabase } from "~/platform/database.server";
import type { Coupon } from "~/platform/generated/client";
import { editCoupon } from "~/rewards/edit-coupon.server";
import { NOON } from "../support/clock";
import { codeDesk } from "../support/code-desk";
import { postgresAvailable, postgresDatabase } from "../support/databases";
import { testCoupon } from "../support/factories";

const ROUNDS = 40;

describe.skipIf(!postgresAvailable())("a code for everybody that is made while a file with it is uploaded", () => {
  let opened: OpenDatabase;
  let db: Database;
  beforeAll(async () => {
    opened = await postgresDatabase();
    db = opened.db;
  });
  afterAll(() => opened.close());

  const { dynamicCoupon, takenCodes } = codeDesk(() => db);

  /** Uploads SAME among other codes; at the end of the file, `makeStatic` begins and runs beside the rest of the upload. */
  async function race(coupon: Coupon, makeStatic: () => Promise<{ outcome: string }>) {
    let making = Promise.resolve({ outcome: "not begun" });
    async function* bytes() {
      yield Buffer.from("A\nSAME\nB\nC\n");
      making = makeStatic();
    }
    const { shopId, id: couponId } = coupon;
    await importCodes(db, { shopId, couponId, fileName: "codes.csv", bytes: bytes(), replace: false }, NOON);
    const made = (await making).outcome;
    return { made, own: (await takenCodes(coupon, 10)).toSorted() };
  }

  const withoutSame = ["A", "B", "C"];
  const withSame = [...withoutSame, "SAME"];

  test("is either refused, or no shopper's own, when a draft goes live with it", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const coupon = await dynamicCoupon();
      const { shopId } = coupon;
      const draft = await testCoupon(db, shopId, { state: "draft", activatedAt: null, staticCode: "same" });
      const activate = () => activateCoupon(db, { shopId, couponId: draft.id, timeZone: "UTC" }, NOON);
      const { made, own } = await race(coupon, activate);
      expect(own).toEqual(made === "activated" ? withoutSame : withSame);
    }
  });

  test("is either refused, or no shopper's own, when it is typed into a live coupon", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const coupon = await dynamicCoupon();
      const { shopId } = coupon;
      const live = await testCoupon(db, shopId, { staticCode: "OTHER" });
      const fields = { ...editFields(live), staticCode: "same" };
      const input = { shopId, couponId: live.id, revision: live.revision, fields, timeZone: "UTC" };
      const { made, own } = await race(coupon, () => editCoupon(db, input, NOON));
      expect(own).toEqual(made === "saved" ? withoutSame : withSame);
    }
  });
});
