import type { Engagement } from "~/platform/generated/client";
import { ownAliasKey, viewsAliasKey } from "./alias-key";
import { isOlder, newAlias, newerAlias } from "./alias-state";
import { attachToReview, joinWaiting } from "./attach-to-review";
import type { EngagementEvent } from "./engagement-event";
import { described, type FoldedEvent } from "./engagement-fact";
import { aliasesOf, type EngagementWorld, factOf, putAlias, putEngagement } from "./engagement-world";
import { findFact } from "./find-fact";
import { joinAliases } from "./join-aliases";
import { type ResolvedShopper, resolveShopper } from "./resolve-shopper";

/** One event and when it came in. */
export interface Arrival {
  event: EngagementEvent;
  receivedAt: Date;
}

/**
 * Applies events to what is known: finds for each the one fact it speaks of, by alias or by key, and lets the alias keep its
 * newest state and its deletion; at the end each fact follows from all of its aliases. Events may come twice, late and in any
 * order. Changes `world` only; says what each came to, in the order given.
 */
export function foldEvents(world: EngagementWorld, arrivals: Arrival[]): FoldedEvent[] {
  const folded = arrivals.map(({ event, receivedAt }) => foldEvent(world, event, receivedAt));
  for (const fact of touchedFacts(world)) putEngagement(world, joinAliases(fact, aliasesOf(world, fact.id)));
  world.touched.clear();
  return folded.map((one) => ({ ...one, engagementId: factOf(world, one.engagementId).id }));
}

function foldEvent(world: EngagementWorld, event: EngagementEvent, receivedAt: Date): FoldedEvent {
  const who = resolveShopper(world, event, receivedAt);
  if (event.subject === "media" || event.subject === "share") return attachToReview(world, event, who, receivedAt);
  const aliasKey = aliasKeyFor(world, event, who);
  const alias = world.aliases.get(aliasKey);
  const known = alias && factOf(world, alias.engagementId);
  const fact = described(findFact(world, event, { known, who, receivedAt }), event, who);
  putEngagement(world, fact);
  // `findFact` may have moved the alias to the fact it was merged into.
  const current = world.aliases.get(aliasKey) ?? newAlias(world.shopId, aliasKey, fact.id, receivedAt);
  putAlias(world, newerAlias(current, event, who.recipientId, receivedAt));
  if (event.subject === "review") joinWaiting(world, ownAliasKey(event), fact);
  const isStale = alias !== undefined && event.action !== "deleted" && isOlder(event, alias);
  return { engagementId: fact.id, outcome: isStale ? "older_than_known" : "applied" };
}

/** Views of a known shopper share one alias. What was seen stays seen: a deletion speaks of its own view only. */
function aliasKeyFor(world: EngagementWorld, event: EngagementEvent, who: ResolvedShopper): string {
  const own = ownAliasKey(event);
  const isOneOfMany = event.subject === "profile_view" && event.action !== "deleted" && !world.aliases.has(own);
  return isOneOfMany && who.shopperId ? viewsAliasKey(event.source, who.shopperId) : own;
}

function touchedFacts(world: EngagementWorld): Engagement[] {
  const facts = [...world.touched].map((id) => factOf(world, id));
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
}
