import type { OrderPayment } from "~/engagements/order-payment";
import type { Engagement } from "~/platform/generated/client";

/** What a delivery tells of an order that has something to do with codes. Amounts are hundredths of the shop's currency. */
export interface OrderNews {
  shopId: number;
  /** Shopify's id, and what the merchant calls it. */
  orderId: string;
  orderName: string | null;
  shopperId: string | null;
  cancelledAt: Date | null;
  /** Null where this delivery only says that the order was cancelled. */
  payment: OrderPayment | null;
}

/** What is to be known of an order for its codes; null where the order, as it stands, used none and was not cancelled. */
export function orderNews(fact: Engagement, payment: OrderPayment | null): OrderNews | null {
  if (fact.kind !== "order" || (!payment && !fact.withdrawnAt)) return null;
  const { shopId, orderName, shopperId, withdrawnAt: cancelledAt } = fact;
  return { shopId, orderId: fact.factKey.replace(/^order:/, ""), orderName, shopperId, cancelledAt, payment };
}

/** What an order is looked up by among those of several shops. */
export function orderKey({ shopId, orderId }: { shopId: number; orderId: string }): string {
  return `${shopId}:${orderId}`;
}
