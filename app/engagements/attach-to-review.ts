import { isDeepStrictEqual } from "node:util";
import type { Engagement } from "~/platform/generated/client";
import { ownAliasKey, parentAliasKey } from "./alias-key";
import { isOlder, newAlias, newerAlias } from "./alias-state";
import type { EngagementEvent } from "./engagement-event";
import { type FoldedEvent, newEngagement } from "./engagement-fact";
import { aliasesOf, type EngagementWorld, factOf, putAlias, putEngagement, waitingFor } from "./engagement-world";
import type { ResolvedShopper } from "./resolve-shopper";

/**
 * Applies a photo or a share to the review it belongs to. While that review is not known, the event waits as a fact of
 * its own under the review's alias (`parentKey`), and is taken in by `joinWaiting`.
 */
export function attachToReview(
  world: EngagementWorld,
  event: EngagementEvent,
  who: ResolvedShopper,
  receivedAt: Date,
): FoldedEvent {
  const aliasKey = ownAliasKey(event);
  const known = world.aliases.get(aliasKey);
  const fact = known ? factOf(world, known.engagementId) : attach(world, event, who, receivedAt);
  const alias = known ?? newAlias(world.shopId, aliasKey, fact.id, receivedAt);
  const newer = newerAlias(alias, event, who.recipientId, receivedAt);
  if (known && isDeepStrictEqual(known, newer)) {
    const outcome = event.action !== "deleted" && isOlder(event, known) ? "older_than_known" : "repeated";
    return { engagementId: fact.id, outcome };
  }
  putAlias(world, newer);
  return { engagementId: fact.id, outcome: "applied" };
}

/** The review this photo or share is one of, or a new fact in which it waits for it. */
function attach(world: EngagementWorld, event: EngagementEvent, who: ResolvedShopper, receivedAt: Date): Engagement {
  const parentKey = parentAliasKey(event);
  const parent = parentKey ? world.aliases.get(parentKey) : undefined;
  const review = parent && factOf(world, parent.engagementId);
  const whose = review && relation(review, event.subject, who.shopperId);
  if (review && whose === "its own") return review;
  const waiting = newEngagement(world.shopId, `alias:${ownAliasKey(event)}`, event, who, receivedAt);
  const fact = { ...waiting, parentKey: whose === "a stranger's" ? null : parentKey };
  putEngagement(world, fact);
  return fact;
}

/** Photos and shares that waited under a review's alias become part of it; a share that turns out to be a stranger's stops waiting. */
export function joinWaiting(world: EngagementWorld, reviewKey: string, review: Engagement): void {
  for (const row of waitingFor(world, reviewKey)) {
    const whose = relation(review, row.kind, row.shopperId);
    if (whose === "a stranger's") putEngagement(world, { ...row, parentKey: null });
    if (whose !== "its own") continue;
    for (const alias of aliasesOf(world, row.id)) putAlias(world, { ...alias, engagementId: review.id });
    putEngagement(world, { ...row, mergedIntoId: review.id });
  }
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
