import type { DemoShop } from "../demo-shop";
import type { Hook } from "../devstore-settings";
import type { Product } from "./catalogue";
import { exactNumber } from "./exact-numbers";
import type { Order } from "./order";
import { amountText, moneySet, priceOf, totalOf } from "./order-money";
import { exampleBody, shopifyWebhook } from "./shopify-webhook";
import type { Webhook } from "./webhook";

/** What Shopify sends when an order is paid or cancelled: the official example body with this order in it. */
export function orderWebhook(
  to: { shop: DemoShop; hook: Hook },
  topic: "orders/paid" | "orders/cancelled",
  order: Order,
  now: Date,
): Webhook {
  const what = `Order ${order.name} ${topic === "orders/paid" ? "paid" : "cancelled"}`;
  const body = orderBody(to.shop, topic, order, now);
  return shopifyWebhook(to, { topic, what, orderId: order.id, body }, now);
}

function orderBody(shop: DemoShop, topic: string, order: Order, now: Date): Record<string, unknown> {
  const example = exampleBody("orders/paid");
  const { shopper, product } = order;
  const email = order.checkoutEmail ?? shopper.email;
  const [firstName = "", ...rest] = shopper.name.split(" ");
  const person = { first_name: firstName, last_name: rest.join(" "), name: shopper.name };
  const number = Number(order.name.slice(1));
  const cancelled = topic === "orders/cancelled";
  return {
    ...example,
    id: exactNumber(order.id),
    admin_graphql_api_id: `gid://shopify/Order/${order.id}`,
    name: order.name,
    number,
    order_number: number,
    order_status_url: `https://${shop.domain}/${shop.id}/orders/${order.id}/authenticate?key=abcdefg&utm_source=shop`,
    email,
    contact_email: email,
    currency: shop.currency,
    presentment_currency: shop.currency,
    test: false,
    confirmed: true,
    financial_status: cancelled ? "refunded" : "paid",
    cancel_reason: cancelled ? "customer" : null,
    cancelled_at: cancelled ? now.toISOString() : null,
    created_at: order.placedAt.toISOString(),
    processed_at: order.placedAt.toISOString(),
    updated_at: now.toISOString(),
    ...amounts(shop, order),
    billing_address: { ...asObject(example.billing_address), ...person },
    shipping_address: { ...asObject(example.shipping_address), ...person },
    customer: {
      ...asObject(example.customer),
      id: exactNumber(shopper.customerId),
      admin_graphql_api_id: `gid://shopify/Customer/${shopper.customerId}`,
      first_name: person.first_name,
      last_name: person.last_name,
      email: shopper.email,
      default_address: null,
    },
    line_items: [lineItem(example, product)],
  };
}

function lineItem(example: Record<string, unknown>, product: Product): Record<string, unknown> {
  const [first] = example.line_items as Record<string, unknown>[];
  const id = `4878176722${product.id.slice(-8)}`;
  return {
    ...first,
    id: exactNumber(id),
    admin_graphql_api_id: `gid://shopify/LineItem/${id}`,
    product_id: exactNumber(product.id),
    title: product.title,
    name: product.title,
    price: product.price,
  };
}

/** Amounts as Shopify tells them, each as text and in both currencies. */
function amounts({ currency }: DemoShop, order: Order): Record<string, unknown> {
  const [price, total] = [priceOf(order), totalOf(order)];
  const all = {
    total_price: total,
    subtotal_price: total,
    current_total_price: total - order.refunded,
    current_subtotal_price: total - order.refunded,
    total_discounts: price - total,
    current_total_discounts: price - total,
    total_line_items_price: price,
  };
  const each = Object.entries(all).flatMap(([name, hundredths]) => [
    [name, amountText(hundredths)],
    [`${name}_set`, moneySet(hundredths, currency)],
  ]);
  const [first, ...others] = order.codes;
  const off = amountText(price - total);
  const used = first === undefined ? [] : [{ code: first, amount: off, type: "percentage" }];
  const more = others.map((code) => ({ code, amount: "0.00", type: "percentage" }));
  return { ...Object.fromEntries(each), total_outstanding: "0.00", discount_codes: [...used, ...more] };
}

function asObject(value: unknown): Record<string, unknown> {
  return value as Record<string, unknown>;
}
