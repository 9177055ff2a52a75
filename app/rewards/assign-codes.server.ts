import { type CodeDemand, type TakenCode, takeCodesOfCoupons } from "~/codes/take-codes.server";
import type { Transaction } from "~/platform/database.server";
import type { Reward } from "~/platform/generated/client";
import type { DuePromise } from "./check-due";
import { moved } from "./reward-state";

/** A promise with the code that is the shopper's from now on. */
export type AssignedPromise = DuePromise & { code: TakenCode | { staticCode: string } };

/** Gives each promise its code, the oldest promise of a coupon first; what a coupon's pools cannot serve waits. */
export async function assignCodes(
  tx: Transaction,
  promises: DuePromise[],
): Promise<{ assigned: AssignedPromise[]; waiting: Reward[] }> {
  const coupons = await tx.coupon.findMany({
    where: {
      shopId: { in: promises.map(({ shop }) => shop.id) },
      id: { in: promises.map(({ reward }) => reward.couponId) },
    },
  });
  const byCoupon = Map.groupBy(promises, ({ reward }) => reward.couponId);
  const demands = coupons
    .filter((coupon) => coupon.codeType === "dynamic")
    .map(({ shopId, id }): CodeDemand => ({ shopId, couponId: id, count: byCoupon.get(id)?.length ?? 0 }));
  const taken = await takeCodesOfCoupons(tx, demands);
  const pooled = new Map(demands.map(({ couponId }, index) => [couponId, taken[index] ?? []]));
  const assigned: AssignedPromise[] = [];
  const waiting: Reward[] = [];
  for (const { id, staticCode } of coupons) {
    const own = byCoupon.get(id) ?? [];
    const codes = pooled.get(id) ?? own.flatMap(() => (staticCode ? [{ staticCode }] : []));
    own.forEach((promise, index) => {
      const code = codes[index];
      if (code) assigned.push({ ...promise, code });
      else waiting.push(moved(promise.reward, "waiting_for_code", {}));
    });
  }
  return { assigned, waiting };
}
