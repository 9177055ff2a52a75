import { type CodeDemand, type TakenCode, takeCodes } from "~/codes/take-codes.server";
import type { Transaction } from "~/platform/database.server";
import type { Coupon, Reward } from "~/platform/generated/client";
import type { DuePromise } from "./check-due";
import { moved } from "./reward-state";

/** A promise with the code that is the shopper's from now on. */
export type AssignedPromise = DuePromise & { code: TakenCode | { staticCode: string } };

/**
 * Gives each promise its code, the oldest promise of a coupon first. What a coupon's pools cannot serve gets the fallback code
 * where the merchant chose one, and waits otherwise.
 */
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
  const taken = await takeCodes(tx, demands);
  const pooled = new Map(demands.map(({ couponId }, index) => [couponId, taken[index] ?? []]));
  const assigned: AssignedPromise[] = [];
  const waiting: Reward[] = [];
  for (const coupon of coupons) {
    const forAll = staticCodeOf(coupon);
    const codes = pooled.get(coupon.id) ?? [];
    (byCoupon.get(coupon.id) ?? []).forEach((promise, index) => {
      const code = codes[index] ?? forAll;
      if (code) assigned.push({ ...promise, code });
      else waiting.push(moved(promise.reward, "waiting_for_code", {}));
    });
  }
  return { assigned, waiting };
}

/** A static coupon's code, or the fallback that is given where the pools are empty; null: there is none. */
function staticCodeOf({ codeType, staticCode, whenEmpty, fallbackCode }: Coupon): { staticCode: string } | null {
  const given = whenEmpty === "fallback" ? fallbackCode : null;
  const code = codeType === "static" ? staticCode : given;
  return code === null ? null : { staticCode: code };
}
