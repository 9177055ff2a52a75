import type { Engagement } from "~/platform/generated/client";
import type { EngagementEvent } from "./engagement-event";
import {
  aliasKeyOf,
  type FoldedEvent,
  joinedMedia,
  newAlias,
  newEngagement,
  newerAlias,
  withMediaSince,
} from "./engagement-fact";
import { aliasesOf, type EngagementWorld, factOf, putAlias, putEngagement } from "./engagement-world";
import type { ResolvedShopper } from "./resolve-shopper";

/**
 * Applies a photo or a share to the review it belongs to. While that review is not known, the event waits as a fact of
 * its own under the review's alias (`parentKey`), and is read again by `readWaitingAttachments`.
 */
export function attachToReview(
  world: EngagementWorld,
  event: EngagementEvent,
  who: ResolvedShopper,
  receivedAt: Date,
): FoldedEvent {
  const aliasKey = aliasKeyOf(event.source, event.subject, event.externalId);
  const known = world.aliases.get(aliasKey);
  if (!known) return attachFirst(world, event, { aliasKey, who, receivedAt });
  const fact = factOf(world, known.engagementId);
  if (known.deletedAt || event.action !== "deleted") return { engagementId: fact.id, outcome: "repeated" };
  putAlias(world, newerAlias(known, event, receivedAt, false));
  putEngagement(world, detached(fact, event));
  return { engagementId: fact.id, outcome: "applied" };
}

/** The first word of this photo or share. If that is its deletion, nothing is attached, then or later. */
function attachFirst(
  world: EngagementWorld,
  event: EngagementEvent,
  { aliasKey, who, receivedAt }: { aliasKey: string; who: ResolvedShopper; receivedAt: Date },
): FoldedEvent {
  const parentKey = event.parentExternalId ? aliasKeyOf(event.source, "review", event.parentExternalId) : null;
  const parent = parentKey ? world.aliases.get(parentKey) : undefined;
  const review = parent && factOf(world, parent.engagementId);
  const isOwn = review && relation(review, event.subject, who.shopperId) === "its own";
  const waiting = { ...newEngagement(world.shopId, `alias:${aliasKey}`, event, who, receivedAt), parentKey };
  const fact = isOwn ? review : waiting;
  putAlias(world, newerAlias(newAlias(world.shopId, aliasKey, fact.id, receivedAt), event, receivedAt, false));
  if (event.action !== "deleted") putEngagement(world, withMediaSince(attached(fact, event), receivedAt));
  else if (!isOwn) putEngagement(world, { ...fact, withdrawnAt: event.stateAt });
  if (review && !isOwn && parentKey) readWaitingAttachments(world, parentKey, review);
  return { engagementId: fact.id, outcome: "applied" };
}

/**
 * Photos and shares that waited under a review's alias are merged into it; a share that turns out to be a stranger's
 * stops waiting. Returns the review with what it gained.
 */
export function readWaitingAttachments(world: EngagementWorld, reviewKey: string, review: Engagement): Engagement {
  const waiting = [...world.engagements.values()].filter((row) => row.parentKey === reviewKey && !row.mergedIntoId);
  let joined = review;
  for (const row of waiting) {
    const whose = relation(review, row.kind, row.shopperId);
    if (whose === "a stranger's") putEngagement(world, { ...row, parentKey: null });
    if (whose !== "its own" || row.withdrawnAt) continue;
    for (const alias of aliasesOf(world, row.id)) putAlias(world, { ...alias, engagementId: review.id });
    putEngagement(world, { ...row, mergedIntoId: review.id });
    joined = {
      ...joined,
      sharedAt: joined.sharedAt ?? row.sharedAt,
      ...joinedMedia(joined, row),
    };
  }
  return joined;
}

/** A photo is the review's whoever sends it; a share only if its author does, which shows once the author is known. */
function relation(
  review: Engagement,
  kind: string,
  shopperId: string | null,
): "its own" | "a stranger's" | "not known yet" {
  if (kind === "media" || !shopperId || shopperId === review.shopperId) return "its own";
  return review.shopperId ? "a stranger's" : "not known yet";
}

function attached(fact: Engagement, event: EngagementEvent): Engagement {
  if (event.subject === "share") return { ...fact, sharedAt: fact.sharedAt ?? event.engagedAt ?? event.stateAt };
  return { ...fact, attachedMediaCount: fact.attachedMediaCount + Math.max(1, event.mediaCount) };
}

/** A share once made stays made; a photo taken away counts no more. */
function detached(fact: Engagement, event: EngagementEvent): Engagement {
  if (fact.kind !== "review") return { ...fact, withdrawnAt: event.stateAt, attachedMediaCount: 0 };
  if (event.subject === "share") return fact;
  return { ...fact, attachedMediaCount: Math.max(0, fact.attachedMediaCount - Math.max(1, event.mediaCount)) };
}
