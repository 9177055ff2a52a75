import { codeKey } from "~/codes/code-key";
import { trimCell } from "~/codes/files/read-code";
import type { Redemption } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { matchCode, type RewardWithCode } from "./match-code";
import type { OrderNews } from "./order-news";

/** A redemption with its amounts in hundredths of the shop's currency. */
export type RedemptionRow = Omit<Redemption, "orderValue" | "refunded"> & { orderValue: bigint; refunded: bigint };

/** By how much a coupon's figures change; money in hundredths of the shop's currency. */
export interface RevenueChange {
  shopId: number;
  couponId: string;
  redeemed: number;
  revenue: bigint;
}

/** All that is known of one order. */
export interface RedeemedOrder {
  /** In the order the deliveries came. */
  news: OrderNews[];
  /** What was recorded of it before. */
  known: RedemptionRow[];
  /** What went back of its money in all, in hundredths. */
  refunded: bigint;
}

/**
 * Brings an order's redemptions up to date: one for each of its codes that is ours, the largest total reported, no more
 * refunded than that, and cancelled once it was. Whatever comes first, comes twice or comes late, the same stands in the end.
 * `rows` are all redemptions of the order; `holders` counts on with what is matched here.
 */
export function redeemOrder(
  order: RedeemedOrder,
  holders: RewardWithCode[],
): { rows: RedemptionRow[]; changes: RevenueChange[] } {
  const { news, known, refunded } = order;
  const values = [...known.map((row) => row.orderValue), ...news.map(({ payment }) => payment?.value ?? 0n)];
  const orderValue = values.reduce((a, b) => (b > a ? b : a), 0n);
  const state = {
    orderValue,
    refunded: refunded < orderValue ? refunded : orderValue,
    cancelledAt: news.at(-1)?.cancelledAt ?? known[0]?.cancelledAt ?? null,
  };
  const rows = [...known, ...newRedemptions(order, holders)].map((row) => ({ ...row, ...state }));
  return { rows, changes: revenueChanges(known, rows) };
}

/** Keys of the codes an order used, with the first spelling of each. */
export function usedCodes(news: OrderNews[]): Map<string, string> {
  const codes = new Map<string, string>();
  for (const text of news.flatMap(({ payment }) => payment?.codes ?? [])) {
    const code = trimCell(text);
    if (!codes.has(codeKey(code))) codes.set(codeKey(code), code);
  }
  return codes;
}

function newRedemptions({ news, known }: RedeemedOrder, holders: RewardWithCode[]): RedemptionRow[] {
  const payment = news.find((one) => one.payment)?.payment;
  const last = news.at(-1);
  if (!payment || !last) return [];
  const { shopId, orderId, orderName, shopperId } = last;
  const recorded = new Set(known.map((row) => row.codeKey));
  return [...usedCodes(news)].flatMap(([key, code]) => {
    const used = { shopId, shopperId, codeKey: key, placedAt: payment.placedAt };
    const match = recorded.has(key) ? null : matchCode(holders, used);
    if (!match) return [];
    for (const holder of holders) if (holder.rewardId === match.rewardId) holder.redeemed += 1;
    const amounts = { orderValue: 0n, refunded: 0n, cancelledAt: null };
    return [
      {
        shopId,
        id: newId(),
        orderId,
        orderName,
        ...match,
        code,
        codeKey: key,
        redeemedAt: payment.placedAt,
        ...amounts,
      },
    ];
  });
}

/** What each coupon gains or loses: every redemption counts, the order's money once for each coupon. */
function revenueChanges(before: RedemptionRow[], after: RedemptionRow[]): RevenueChange[] {
  const changes = [...Map.groupBy(after, (row) => row.couponId)].map(([couponId, rows]) => {
    const [was, is] = [worth(before.filter((row) => row.couponId === couponId)), worth(rows)];
    const shopId = rows[0]?.shopId ?? 0;
    return { shopId, couponId, redeemed: is.redeemed - was.redeemed, revenue: is.revenue - was.revenue };
  });
  return changes.filter(({ redeemed, revenue }) => redeemed !== 0 || revenue !== 0n);
}

function worth(rows: RedemptionRow[]): { redeemed: number; revenue: bigint } {
  const [first] = rows;
  if (!first || first.cancelledAt) return { redeemed: 0, revenue: 0n };
  return { redeemed: rows.length, revenue: first.orderValue - first.refunded };
}
