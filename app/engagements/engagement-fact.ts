import type { Engagement, EngagementAlias } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import type { EngagementEvent } from "./engagement-event";
import type { ResolvedShopper } from "./resolve-shopper";

/** What one event came to: the fact it belongs to, and whether it told us anything. */
export interface FoldedEvent {
  engagementId: string;
  outcome: "applied" | "older_than_known" | "repeated";
}

/** What a source calls a fact, as one string. */
export function aliasKeyOf(source: string, subject: string, externalId: string): string {
  return `${source}:${subject}:${externalId}`;
}

/** The key that makes it one fact, whoever reports it; by alias while the shopper is not known. */
export function factKeyOf(event: EngagementEvent, shopperId: string | null): string {
  switch (event.subject) {
    case "order":
      return `order:${event.externalId}`;
    case "review":
      if (shopperId) return `review:${shopperId}:${event.product.id ?? "store"}`;
      break;
    case "profile_view":
      if (shopperId) return `profile_view:${shopperId}`;
      break;
  }
  return `alias:${aliasKeyOf(event.source, event.subject, event.externalId)}`;
}

/** A fact as first heard of, with nothing of the event's state applied yet. */
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

/** An alias as first heard of. */
export function newAlias(shopId: number, aliasKey: string, engagementId: string, receivedAt: Date): EngagementAlias {
  const times = { stateAt: new Date(0), engagedAt: receivedAt, receivedAt };
  return { shopId, aliasKey, engagementId, sequence: null, ...times, deletedAt: null };
}

/** What the alias remembers after this event; times only move towards the truth, a tombstone only appears. */
export function newerAlias(
  alias: EngagementAlias,
  event: EngagementEvent,
  receivedAt: Date,
  stale: boolean,
): EngagementAlias {
  const engagedAt = earliest(alias.engagedAt, event.engagedAt ?? receivedAt, receivedAt);
  const deletedAt = alias.deletedAt ?? (event.action === "deleted" ? event.stateAt : null);
  // A deletion says nothing about the state before it, which may still be on its way.
  const newest =
    stale || event.action === "deleted" ? {} : { sequence: event.sequence ?? alias.sequence, stateAt: event.stateAt };
  return { ...alias, ...newest, engagedAt, deletedAt };
}

/** The fact with the time its first photo or video became known, if it has any. */
export function withMediaSince(fact: Engagement, receivedAt: Date): Engagement {
  const has = fact.mediaCount + fact.attachedMediaCount > 0;
  return { ...fact, mediaSince: fact.mediaSince ?? (has ? receivedAt : null) };
}

/** Photos of two facts that turned out to be one. */
export function joinedMedia(a: Engagement, b: Engagement): Pick<Engagement, "attachedMediaCount" | "mediaSince"> {
  const times = [a.mediaSince, b.mediaSince].filter((time) => time !== null);
  const mediaSince = times.length > 0 ? earliest(...times) : null;
  return { attachedMediaCount: a.attachedMediaCount + b.attachedMediaCount, mediaSince };
}

function earliest(...times: Date[]): Date {
  return times.reduce((a, b) => (b < a ? b : a));
}
