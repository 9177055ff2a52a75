import { randomInt } from "node:crypto";
import type { DemoShop } from "../demo-shop";
import type { Hook } from "../devstore-settings";
import { exactNumber } from "./exact-numbers";
import type { Order } from "./order";
import { amountText, moneySet } from "./order-money";
import { exampleBody, shopifyWebhook } from "./shopify-webhook";
import type { Webhook } from "./webhook";

/** What Shopify sends when money goes back without goods: the official example body with this refund in it. */
export function refundWebhook(
  to: { shop: DemoShop; hook: Hook },
  order: Order,
  hundredths: number,
  now: Date,
): Webhook {
  const { currency } = to.shop;
  const id = String(890_088_186_000_000_000n + BigInt(randomInt(2 ** 40)));
  const ids = { order_id: exactNumber(order.id), refund_id: exactNumber(id) };
  const example = exampleBody("refunds/create");
  const [transaction] = example.transactions as object[];
  const body = {
    ...example,
    id: exactNumber(id),
    admin_graphql_api_id: `gid://shopify/Refund/${id}`,
    order_id: exactNumber(order.id),
    created_at: now.toISOString(),
    processed_at: now.toISOString(),
    note: null,
    total_duties_set: moneySet(0, currency),
    refund_line_items: [],
    order_adjustments: [
      {
        ...ids,
        id: exactNumber(id),
        kind: "refund_discrepancy",
        reason: "Refund discrepancy",
        amount: amountText(-hundredths),
        amount_set: moneySet(-hundredths, currency),
        tax_amount: "0.00",
        tax_amount_set: moneySet(0, currency),
      },
    ],
    transactions: [
      {
        ...transaction,
        order_id: exactNumber(order.id),
        created_at: now.toISOString(),
        processed_at: now.toISOString(),
        amount: amountText(hundredths),
        currency,
      },
    ],
  };
  const what = `Refund of ${amountText(hundredths)} ${currency} for order ${order.name}`;
  return shopifyWebhook(to, { topic: "refunds/create", what, orderId: order.id, body }, now);
}
