import { type TakenCode, takeCodes } from "~/codes/take-codes.server";
import type { Transaction } from "~/platform/database.server";
import type { Coupon, Reward } from "~/platform/generated/client";
import type { DuePromise } from "./check-due";
import { moved } from "./reward-state";

/** A promise with the code that is the shopper's from now on. */
export type AssignedPromise = DuePromise & { code: TakenCode | { staticCode: string } };

/** Gives each promise its code, coupon by coupon, the oldest promise first; what a pool cannot serve waits. */
export async function assignCodes(
  tx: Transaction,
  promises: DuePromise[],
): Promise<{ assigned: AssignedPromise[]; waiting: Reward[] }> {
  const coupons = await tx.coupon.findMany({
    where: {
      shopId: { in: promises.map(({ shop }) => shop.id) },
      id: { in: promises.map(({ reward }) => reward.couponId) },
    },
    // Every taker advances pools in the same order, so that two batches cannot wait for each other.
    orderBy: [{ shopId: "asc" }, { id: "asc" }],
  });
  const assigned: AssignedPromise[] = [];
  const waiting: Reward[] = [];
  for (const coupon of coupons) {
    const own = promises.filter(({ reward }) => reward.couponId === coupon.id && reward.shopId === coupon.shopId);
    const codes = await codesFor(tx, coupon, own);
    own.forEach((promise, index) => {
      const code = codes[index];
      if (code) assigned.push({ ...promise, code });
      else waiting.push(moved(promise.reward, "waiting_for_code", {}));
    });
  }
  return { assigned, waiting };
}

async function codesFor(tx: Transaction, coupon: Coupon, promises: DuePromise[]): Promise<AssignedPromise["code"][]> {
  const { staticCode } = coupon;
  if (coupon.codeType === "static") return staticCode ? promises.map(() => ({ staticCode })) : [];
  return takeCodes(tx, { shopId: coupon.shopId, couponId: coupon.id, count: promises.length });
}
