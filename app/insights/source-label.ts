import type { MessageId } from "~/messages/english";
import { type Sentence, sentence } from "~/messages/sentence";
import type { InboxDelivery, Source } from "~/platform/generated/client";

const SOURCES: Record<Source, MessageId> = {
  shopify: "source.shopify",
  judgeme: "source.judgeme",
  events: "source.events",
};

const TOPICS = new Map<string, MessageId>([
  ["orders/paid", "delivery.order_paid"],
  ["orders/cancelled", "delivery.order_cancelled"],
  ["refunds/create", "delivery.order_refunded"],
  ["app/uninstalled", "delivery.app_uninstalled"],
]);

/** A source as every page names it. */
export function sourceLabel(source: Source): MessageId {
  return SOURCES[source];
}

/** A delivery in a merchant's words: "Shopify: order paid". A topic without words of ours is shown as it is. */
export function deliveryLabel({ source, topic }: Pick<InboxDelivery, "source" | "topic">): Sentence {
  const name = sentence(SOURCES[source]);
  if (topic === "") return name;
  const known = TOPICS.get(topic);
  return sentence("delivery.about", { source: name, topic: known ? sentence(known) : topic });
}
