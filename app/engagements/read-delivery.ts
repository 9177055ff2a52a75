import type { Source } from "~/platform/generated/enums";
import { parseNeutralEvent } from "./sources/events";
import { parseJudgeme } from "./sources/judgeme";
import type { DeliveryTimes, ParsedDelivery, ParsedRefund } from "./sources/parsed-delivery";
import { readJson } from "./sources/read-json";
import { parseShopifyOrder } from "./sources/shopify-orders";
import { parseShopifyRefund } from "./sources/shopify-refunds";

/** One row of the inbox, with the domain of the shop it was accepted for. */
export interface Delivery extends DeliveryTimes {
  source: Source;
  /** Shopify's topic; empty for sources that name the event in the body. */
  topic: string;
  body: Uint8Array;
  shopDomain: string;
}

/** What a delivery means. Reasons are codes of app/engagements/inbox-reason.ts. */
export type ReadDelivery =
  | ParsedDelivery
  | ParsedRefund
  /** `at` is when Shopify says it happened; an uninstall from before a reinstall changes nothing. */
  | { outcome: "uninstalled"; at: Date };

/** Reads a delivery into our own words. Never throws, whatever the bytes are. */
export function readDelivery(delivery: Delivery): ReadDelivery {
  const { source, topic } = delivery;
  if (source === "shopify" && topic === "app/uninstalled") return readUninstalled(delivery);
  if (source === "shopify" && topic === "") return { outcome: "unreadable", reason: "topic_missing" };
  if (source === "shopify" && !isReadTopic(topic)) return { outcome: "ignored", reason: "topic_not_used" };
  const read = readJson(delivery.body);
  return read.outcome === "read" ? parse(delivery, read.json) : read;
}

function parse(delivery: Delivery, json: unknown): ParsedDelivery | ParsedRefund {
  const { source, topic, shopDomain } = delivery;
  if (source === "judgeme") return parseJudgeme(json, shopDomain, delivery);
  if (source === "events") return parseNeutralEvent(json, delivery);
  if (topic === REFUND) return parseShopifyRefund(json, delivery);
  return isOrderTopic(topic)
    ? parseShopifyOrder(topic, json, delivery)
    : { outcome: "ignored", reason: "topic_not_used" };
}

const REFUND = "refunds/create";

function isReadTopic(topic: string): boolean {
  return topic === REFUND || isOrderTopic(topic);
}

/** The body names no shop (`myshopify_domain` is null) and no time, so the headers say it all. */
function readUninstalled({ triggeredAt, receivedAt }: Delivery): ReadDelivery {
  return { outcome: "uninstalled", at: triggeredAt ?? receivedAt };
}

function isOrderTopic(topic: string): topic is "orders/paid" | "orders/cancelled" {
  return topic === "orders/paid" || topic === "orders/cancelled";
}
