import type { Order } from "./order";

/** Part of the price a discount code takes off. */
const OFF = 0.1;
/** Part of the total that a partial refund gives back. */
const PART = 0.25;

/** What an order's product costs, in hundredths of the shop's currency. */
export function priceOf({ product }: Order): number {
  return Math.round(Number(product.price) * 100);
}

/** What an order comes to, in hundredths: a tenth less with any discount code. */
export function totalOf(order: Order): number {
  return order.codes.length > 0 ? priceOf(order) - Math.round(priceOf(order) * OFF) : priceOf(order);
}

/** What a refund gives back, in hundredths: a part of the total, or all that is left of it. */
export function refundSize(order: Order, size: "part" | "rest"): number {
  const left = totalOf(order) - order.refunded;
  return size === "rest" ? left : Math.min(left, Math.ceil(totalOf(order) * PART));
}

/** Hundredths as Shopify writes an amount: 2160 is "21.60". */
export function amountText(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

/** An amount in the shop's currency and in the one paid in, which is the same here. */
export function moneySet(hundredths: number, currency: string): Record<string, unknown> {
  const money = { amount: amountText(hundredths), currency_code: currency };
  return { shop_money: money, presentment_money: money };
}
