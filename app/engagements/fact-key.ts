import { ownAliasKey } from "./alias-key";
import type { EngagementEvent } from "./engagement-event";

/**
 * The keys that make it one fact, whoever reports it: the one it is kept under first, then those by what else the event
 * calls the product or the order. By alias while the shopper is not known.
 */
export function factKeysOf(event: EngagementEvent, shopperId: string | null): [string, ...string[]] {
  const { subject, product, otherNames } = event;
  if (subject === "order") return [`order:${event.externalId}`, ...otherNames.map((name) => `order:${name}`)];
  if (subject === "review" && shopperId) {
    const key = (name: string) => `review:${shopperId}:${name}`;
    return [key(product.id ?? "store"), ...otherNames.map(key)];
  }
  if (subject === "profile_view" && shopperId) return [`profile_view:${shopperId}`];
  return [`alias:${ownAliasKey(event)}`];
}

/** Whether the event names the product or the order by Shopify's id, which no other name outweighs. */
export function namesByShopifyId({ subject, product, otherNames }: EngagementEvent): boolean {
  if (subject === "order") return otherNames.length > 0;
  return subject === "review" && product.id !== null && /^\d+$/.test(product.id);
}

/** Whether a review's key says less than a product's id in Shopify does: another name of the product, or none. */
export function isWeakReviewKey(factKey: string): boolean {
  const [kind, , ...product] = factKey.split(":");
  return kind === "review" && !/^\d+$/.test(product.join(":"));
}
