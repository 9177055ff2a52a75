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
  /** `at` is when Shopify says it happened; one from before Shopify last granted access changes nothing. */
  | { outcome: "uninstalled"; at: Date };

const READERS: Record<Source, (delivery: Delivery) => ReadDelivery> = {
  shopify: readShopify,
  judgeme: (delivery) => parsed(delivery, (json) => parseJudgeme(json, delivery.shopDomain, delivery)),
  events: (delivery) => parsed(delivery, (json) => parseNeutralEvent(json, delivery)),
};

/** Reads a delivery into our own words. Never throws, whatever the bytes are. */
export function readDelivery(delivery: Delivery): ReadDelivery {
  return READERS[delivery.source](delivery);
}

function readShopify(delivery: Delivery): ReadDelivery {
  const { topic } = delivery;
  switch (topic) {
    case "app/uninstalled":
      return readUninstalled(delivery);
    case "refunds/create":
      return parsed(delivery, (json) => parseShopifyRefund(json, delivery));
    case "orders/paid":
    case "orders/cancelled":
      return parsed(delivery, (json) => parseShopifyOrder(topic, json, delivery));
    case "":
      return { outcome: "unreadable", reason: "topic_missing" };
    default:
      return { outcome: "ignored", reason: "topic_not_used" };
  }
}

function parsed(delivery: Delivery, parse: (json: unknown) => ReadDelivery): ReadDelivery {
  const read = readJson(delivery.body);
  return read.outcome === "read" ? parse(read.json) : read;
}

/** The body names no shop (`myshopify_domain` is null) and no time, so the headers say it all. */
function readUninstalled({ triggeredAt, receivedAt }: Delivery): ReadDelivery {
  return { outcome: "uninstalled", at: triggeredAt ?? receivedAt };
}
