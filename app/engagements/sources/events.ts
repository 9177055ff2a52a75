import type { EngagementEvent } from "../engagement-event";
import { type NeutralEvent, neutralEvent } from "../neutral-event";
import type { DeliveryTimes, ParsedDelivery } from "./parsed-delivery";

/** Reads an event of our own contract. The door has checked it already; a stored one of an older version may not fit any more. */
export function parseNeutralEvent(json: unknown, times: DeliveryTimes): ParsedDelivery {
  const parsed = neutralEvent.safeParse(json);
  if (!parsed.success) return { outcome: "unreadable", reason: "wrong_shape" };
  return { outcome: "engagement", event: toEvent(parsed.data, times) };
}

function toEvent(event: NeutralEvent, times: DeliveryTimes): EngagementEvent {
  return {
    source: "events",
    subject: event.subject,
    action: event.action,
    externalId: externalIdOf(event),
    parentExternalId: event.parentExternalId === null ? null : qualify(event.source, event.parentExternalId),
    sequence: event.sequence === null ? null : BigInt(event.sequence),
    engagedAt: event.occurredAt,
    stateAt: stateTime(event, times),
    rating: event.rating,
    mediaCount: visible(event.photos) + visible(event.videos),
    verification: event.verified,
    publication: event.action === "unpublished" ? "rejected" : event.published,
    actor: {
      email: event.actor.email,
      name: event.actor.name,
      shopifyCustomerId: event.actor.shopifyCustomerId,
      accountEmail: null,
    },
    product: { id: productIdsOf(event)[0] ?? null, title: event.product.title },
    otherNames: otherNamesOf(event),
    orderName: event.order.reference,
    acceptsMarketing: event.actor.acceptsMarketing,
    isTest: event.flags.test,
    isImported: event.flags.imported,
  };
}

/** An order's key is its Shopify id, whoever reports it; all else is known by what the named source calls it. */
function externalIdOf(event: NeutralEvent): string {
  if (event.subject === "order" && event.order.shopifyId !== null) return event.order.shopifyId;
  return qualify(event.source, event.externalId);
}

function qualify(source: string | null, externalId: string): string {
  return source === null ? externalId : `${source}:${externalId}`;
}

/** A retried `created` carries the time of the retry in its headers, so what the body says comes first. */
function stateTime({ updatedAt, occurredAt, action }: NeutralEvent, { triggeredAt, receivedAt }: DeliveryTimes): Date {
  return updatedAt ?? (action === "created" ? occurredAt : null) ?? triggeredAt ?? occurredAt ?? receivedAt;
}

function visible(media: { count: number; publishedCount: number | null }): number {
  return media.publishedCount ?? media.count;
}

/** An order with a Shopify id is found by what the source calls it too: a first event may come without that id. */
function otherNamesOf(event: NeutralEvent): string[] {
  if (event.subject === "review") return productIdsOf(event).slice(1);
  const hasBoth = event.subject === "order" && event.order.shopifyId !== null;
  return hasBoth ? [qualify(event.source, event.externalId)].filter((name) => name !== event.order.shopifyId) : [];
}

/** All that the event calls the product, the name that says most first. */
function productIdsOf({ product }: NeutralEvent): string[] {
  const { shopifyId, providerId, sku, handle } = product;
  return [
    shopifyId,
    providerId === null ? null : `provider:${providerId}`,
    sku === null ? null : `sku:${sku}`,
    handle === null ? null : `handle:${handle}`,
  ].filter((name) => name !== null);
}
