import { codeKey } from "~/codes/code-key";
import type { Database } from "~/platform/database.server";
import type { Coupon, Reward, ShopperIdentity } from "~/platform/generated/client";
import { NOON } from "./clock";
import { testEngagement, testPool, testReward } from "./factories";
import { orderBody } from "./pipeline";

const HOUR_BEFORE = new Date(NOON.getTime() - 3_600_000);

/** A reward whose mail went out an hour before noon: with the coupon's static code, or with `code` of a pool made for it. */
export async function givenReward(
  db: Database,
  coupon: Coupon,
  shopper: ShopperIdentity,
  { code, slot = 1, takenAt = HOUR_BEFORE }: { code?: string; slot?: number; takenAt?: Date } = {},
): Promise<Reward> {
  const number = 1 + (await db.codePool.count({ where: { shopId: coupon.shopId, couponId: coupon.id } }));
  const held = code
    ? { poolId: await testPool(db, coupon, [code], number), position: 1, codeKey: codeKey(code) }
    : { staticCode: coupon.staticCode, codeKey: codeKey(coupon.staticCode ?? "") };
  const sent = { state: "sent" as const, slot, codeTakenAt: takenAt, settledAt: takenAt };
  return testReward(db, await testEngagement(db, shopper), coupon, { ...sent, ...held });
}

/** The body of orders/paid for an order of 100.00 that used these codes. */
export function orderWith(codes: string[], changes: Record<string, unknown> = {}): Record<string, unknown> {
  return orderBody({
    discount_codes: codes.map((code) => ({ code, amount: "5.00", type: "fixed_amount" })),
    total_price: "100.00",
    total_price_set: { shop_money: { amount: "100.00", currency_code: "EUR" } },
    ...changes,
  });
}

/** The body of orders/cancelled for the same order. */
export function cancellationOf(order: Record<string, unknown>): Record<string, unknown> {
  const later = new Date(NOON.getTime() + 60_000).toISOString();
  return { ...order, cancelled_at: later, updated_at: later };
}

/** The body of refunds/create for the order of `orderWith`. */
export function refundOf(id: string, amount: string, orderId = "820982911946154508"): string {
  const transactions = [{ kind: "refund", status: "success", amount, currency: "EUR" }];
  const body = { admin_graphql_api_id: `gid://shopify/Refund/${id}`, created_at: NOON.toISOString(), transactions };
  return `{"id":${id},"order_id":${orderId},${JSON.stringify(body).slice(1)}`;
}

/** What a coupon's figures say, and what its redemptions add up to; money as text, each order's once. */
export async function figuresOf(db: Database, { shopId, id: couponId }: Coupon) {
  const stored = await db.couponRevenue.findUnique({ where: { shopId_couponId: { shopId, couponId } } });
  const [rows] = await db.$queryRaw<{ redeemed: number; revenue: string }[]>`
    select coalesce(sum(n), 0)::int as redeemed, coalesce(sum(left_over), 0)::numeric(18, 2)::text as revenue
    from (
      select count(*) as n, max(order_value - refunded) as left_over from redemption
      where shop_id = ${shopId} and coupon_id = ${couponId}::uuid and cancelled_at is null group by order_id
    ) o`;
  const kept = { redeemed: stored?.redeemed ?? 0, revenue: stored?.revenue.toFixed(2) ?? "0.00" };
  return { kept, rows };
}
