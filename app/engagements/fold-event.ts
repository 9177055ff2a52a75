import type { Engagement, EngagementAlias } from "~/platform/generated/client";
import { attachToReview, readWaitingAttachments } from "./attach-to-review";
import type { EngagementEvent } from "./engagement-event";
import {
  aliasKeyOf,
  type FoldedEvent,
  factKeyOf,
  joinedMedia,
  newAlias,
  newEngagement,
  newerAlias,
  withMediaSince,
} from "./engagement-fact";
import { newerState } from "./engagement-state";
import { aliasesOf, type EngagementWorld, factOf, putAlias, putEngagement } from "./engagement-world";
import { type ResolvedShopper, resolveShopper } from "./resolve-shopper";
import { withdrawnAt } from "./withdrawal";

/**
 * Applies one event to what is known: finds the one fact it speaks of by alias or by key, keeps the newest state,
 * and lets deletions stick. Events may come twice, late and in any order. Changes `world` only.
 */
export function foldEvent(world: EngagementWorld, event: EngagementEvent, receivedAt: Date): FoldedEvent {
  const who = resolveShopper(world, event, receivedAt);
  if (event.subject === "media" || event.subject === "share") return attachToReview(world, event, who, receivedAt);

  const aliasKey = aliasKeyOf(event.source, event.subject, event.externalId);
  const known = world.aliases.get(aliasKey);
  const fact = known
    ? rekeyed(world, factOf(world, known.engagementId), event, who)
    : factFor(world, event, who, receivedAt);
  const stale = known !== undefined && isOlder(event, known);
  putAlias(world, newerAlias(known ?? newAlias(world.shopId, aliasKey, fact.id, receivedAt), event, receivedAt, stale));
  const attached = event.subject === "review" ? readWaitingAttachments(world, aliasKey, fact) : fact;
  const state = stale ? attached : newerState(attached, event, recipientOf(attached, who, known !== undefined));
  putEngagement(world, withMediaSince(settled(world, state), receivedAt));
  return { engagementId: fact.id, outcome: stale ? "older_than_known" : "applied" };
}

/** Only the very thing that named an address may correct it: a second review must not redirect the first one's reward. */
function recipientOf(fact: Engagement, who: ResolvedShopper, isSameThing: boolean): ResolvedShopper {
  return isSameThing ? who : { ...who, recipientId: fact.recipientId ?? who.recipientId };
}

function isOlder(event: EngagementEvent, known: EngagementAlias): boolean {
  if (event.sequence !== null && known.sequence !== null) return event.sequence < known.sequence;
  return event.stateAt < known.stateAt;
}

function factFor(world: EngagementWorld, event: EngagementEvent, who: ResolvedShopper, receivedAt: Date): Engagement {
  const ids = who.claimed.map((shopperId) => world.facts.get(factKeyOf(event, shopperId)));
  const id = ids.find((known) => known !== undefined) ?? world.facts.get(factKeyOf(event, null));
  return id ? factOf(world, id) : newEngagement(world.shopId, factKeyOf(event, who.shopperId), event, who, receivedAt);
}

/** A fact that was known by its alias alone takes its real key once the shopper is known, or joins the fact that has it. */
function rekeyed(world: EngagementWorld, fact: Engagement, event: EngagementEvent, who: ResolvedShopper): Engagement {
  if (!fact.factKey.startsWith("alias:") || fact.shopperId || !who.shopperId) return fact;
  const factKey = factKeyOf(event, who.shopperId);
  const otherId = world.facts.get(factKey);
  if (!otherId || otherId === fact.id) {
    const keyed = { ...fact, factKey, shopperId: who.shopperId, recipientId: who.recipientId };
    putEngagement(world, keyed);
    return keyed;
  }
  const other = factOf(world, otherId);
  for (const alias of aliasesOf(world, fact.id)) putAlias(world, { ...alias, engagementId: other.id });
  putEngagement(world, { ...fact, mergedIntoId: other.id });
  return {
    ...other,
    sharedAt: other.sharedAt ?? fact.sharedAt,
    ...joinedMedia(other, fact),
  };
}

/** Brings what follows from the aliases into the fact: when it happened, and whether it is withdrawn. */
function settled(world: EngagementWorld, fact: Engagement): Engagement {
  const own = aliasesOf(world, fact.id).filter((alias) => alias.aliasKey.split(":")[1] === fact.kind);
  const newest = own.reduce((a, b) => (b.engagedAt > a.engagedAt ? b : a));
  return { ...fact, engagedAt: newest.engagedAt, receivedAt: newest.receivedAt, withdrawnAt: withdrawnAt(own) };
}
