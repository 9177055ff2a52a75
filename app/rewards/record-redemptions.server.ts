import type { PaymentRefund } from "~/engagements/order-payment";
import type { Transaction } from "~/platform/database.server";
import { readMoney, writeMoney } from "~/platform/money";
import { writeRows } from "~/platform/write-rows.server";
import { findRewardsWithCodes } from "./find-rewards-with-codes.server";
import { type OrderNews, orderKey } from "./order-news";
import { type RedeemedOrder, type RedemptionRow, type RevenueChange, redeemOrder, usedCodes } from "./redeem-order";

/** A refund and the shop it was made in. */
export type ShopRefund = PaymentRefund & { shopId: number };

/**
 * Records which orders used our codes, once for each order and code, with what is left of their money, and what each coupon
 * brought in. Runs in the transaction that read the deliveries, which holds the shops' row locks. Without an order that used
 * a code, was cancelled or refunded, it asks the database nothing.
 */
export async function recordRedemptions(
  tx: Transaction,
  { news, refunds }: { news: OrderNews[]; refunds: ShopRefund[] },
): Promise<void> {
  if (news.length === 0 && refunds.length === 0) return;
  await storeRefunds(tx, refunds);
  const orders = await loadOrders(tx, news, refunds);
  const holders = await findRewardsWithCodes(tx, orders.flatMap(unmatchedCodes));
  const redeemed = orders.map((order) => redeemOrder(order, holders));
  await writeRows(tx, "redemption", redeemed.flatMap(({ rows }) => rows).map(toRow));
  await addRevenue(
    tx,
    redeemed.flatMap(({ changes }) => changes),
  );
}

async function storeRefunds(tx: Transaction, refunds: ShopRefund[]): Promise<void> {
  if (refunds.length === 0) return;
  await tx.orderRefund.createMany({
    data: refunds.map((refund) => ({ ...refund, amount: writeMoney(refund.amount) })),
    skipDuplicates: true,
  });
}

/** The orders these deliveries speak of that have, or may get, a redemption. */
async function loadOrders(tx: Transaction, news: OrderNews[], refunds: ShopRefund[]): Promise<RedeemedOrder[]> {
  const spokenOf = [...news, ...refunds];
  const where = {
    shopId: { in: [...new Set(spokenOf.map(({ shopId }) => shopId))] },
    orderId: { in: [...new Set(spokenOf.map(({ orderId }) => orderId))] },
  };
  const known = Map.groupBy((await tx.redemption.findMany({ where, orderBy: { id: "asc" } })).map(fromRow), orderKey);
  const told = Map.groupBy(news, orderKey);
  const keys = [...new Set(spokenOf.map(orderKey))].filter(
    (key) => known.has(key) || told.get(key)?.some(({ payment }) => payment),
  );
  if (keys.length === 0) return [];
  const sums = await tx.orderRefund.groupBy({ by: ["shopId", "orderId"], where, _sum: { amount: true } });
  const refunded = new Map(sums.map((sum) => [orderKey(sum), readMoney(sum._sum.amount?.toFixed(2)) ?? 0n]));
  return keys.map((key) => ({
    news: told.get(key) ?? [],
    known: known.get(key) ?? [],
    refunded: refunded.get(key) ?? 0n,
  }));
}

function unmatchedCodes({ news, known }: RedeemedOrder) {
  const recorded = new Set(known.map((row) => row.codeKey));
  const [first] = news.filter(({ payment }) => payment);
  return [...usedCodes(news).keys()].flatMap((codeKey) =>
    first?.payment && !recorded.has(codeKey)
      ? [{ shopId: first.shopId, shopperId: news.at(-1)?.shopperId ?? null, codeKey, placedAt: first.payment.placedAt }]
      : [],
  );
}

async function addRevenue(tx: Transaction, changes: RevenueChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.$executeRaw`
    insert into coupon_revenue as r (shop_id, coupon_id, redeemed, revenue)
    select shop_id, coupon_id, sum(redeemed), sum(revenue)
    from unnest(
      ${changes.map((change) => change.shopId)}::int[], ${changes.map((change) => change.couponId)}::uuid[],
      ${changes.map((change) => change.redeemed)}::int[], ${changes.map((change) => writeMoney(change.revenue))}::numeric[]
    ) as c(shop_id, coupon_id, redeemed, revenue)
    group by shop_id, coupon_id order by shop_id, coupon_id
    on conflict (shop_id, coupon_id)
    do update set redeemed = r.redeemed + excluded.redeemed, revenue = r.revenue + excluded.revenue`;
}

type StoredRow = Awaited<ReturnType<Transaction["redemption"]["findMany"]>>[number];

function fromRow(row: StoredRow): RedemptionRow {
  const amount = (stored: StoredRow["refunded"]) => readMoney(stored.toFixed(2)) ?? 0n;
  return { ...row, orderValue: amount(row.orderValue), refunded: amount(row.refunded) };
}

function toRow(row: RedemptionRow): object {
  return { ...row, orderValue: writeMoney(row.orderValue), refunded: writeMoney(row.refunded) };
}
