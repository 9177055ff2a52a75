import type { Engagement } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import type { EngagementEvent } from "./engagement-event";
import type { ResolvedShopper } from "./resolve-shopper";

/** What one event came to: the fact it belongs to, and whether it told us anything. */
export interface FoldedEvent {
  engagementId: string;
  outcome: "applied" | "older_than_known" | "repeated";
}

/** A fact as first heard of; what its aliases tell is applied when the batch is settled. */
export function newEngagement(
  shopId: number,
  factKey: string,
  event: EngagementEvent,
  who: ResolvedShopper,
  receivedAt: Date,
): Engagement {
  return {
    shopId,
    id: newId(),
    kind: event.subject,
    factKey,
    shopperId: who.shopperId,
    recipientId: who.recipientId,
    mergedIntoId: null,
    parentKey: null,
    rating: null,
    mediaCount: 0,
    attachedMediaCount: 0,
    mediaSince: null,
    sharedAt: null,
    verification: "unknown",
    publication: "unknown",
    acceptsMarketing: null,
    isTest: false,
    isImported: false,
    withdrawnAt: null,
    productId: event.product.id,
    productTitle: null,
    orderName: null,
    engagedAt: receivedAt,
    receivedAt,
    stateAt: new Date(0),
  };
}

/** The fact with what the newest event calls it, and with its shopper once one is known. */
export function described(fact: Engagement, event: EngagementEvent, who: ResolvedShopper): Engagement {
  const known = fact.shopperId ? fact : { ...fact, shopperId: who.shopperId };
  if (event.action === "deleted") return known;
  const isNewer = event.stateAt >= fact.stateAt;
  const newest = (said: string | null, before: string | null) => (isNewer ? (said ?? before) : (before ?? said));
  return {
    ...known,
    productTitle: newest(event.product.title, fact.productTitle),
    orderName: newest(event.orderName, fact.orderName),
    stateAt: isNewer ? event.stateAt : fact.stateAt,
  };
}
