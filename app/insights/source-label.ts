import type { InboxDelivery, Source } from "~/platform/generated/client";

const SOURCES: Record<Source, string> = { shopify: "Shopify", judgeme: "Judge.me", events: "Events API" };

const TOPICS: Record<string, string> = {
  "orders/paid": "order paid",
  "orders/cancelled": "order cancelled",
  "refunds/create": "order refunded",
  "app/uninstalled": "app uninstalled",
};

/** A source as every page names it. */
export function sourceLabel(source: Source): string {
  return SOURCES[source];
}

/** A delivery in a merchant's words: "Shopify: order paid". A topic without words of ours is shown as it is. */
export function deliveryLabel({ source, topic }: Pick<InboxDelivery, "source" | "topic">): string {
  if (topic === "") return SOURCES[source];
  return `${SOURCES[source]}: ${Object.hasOwn(TOPICS, topic) ? TOPICS[topic] : topic}`;
}
