import type { Engagement } from "~/platform/generated/client";
import { keyRowOf } from "./alias-key";
import { newAlias } from "./alias-state";
import type { EngagementEvent } from "./engagement-event";
import { newEngagement } from "./engagement-fact";
import { aliasesOf, type EngagementWorld, factOf, putAlias, putEngagement } from "./engagement-world";
import { factKeysOf, isWeakReviewKey, namesByShopifyId } from "./fact-key";
import type { ResolvedShopper } from "./resolve-shopper";

/**
 * The one fact an event speaks of, by its alias or by any of its keys; made if there is none. Facts that the event shows to
 * be one are merged, and the fact is kept under its strongest key, with a row for each other one.
 */
export function findFact(
  world: EngagementWorld,
  event: EngagementEvent,
  { known, who, receivedAt }: { known: Engagement | undefined; who: ResolvedShopper; receivedAt: Date },
): Engagement {
  const named = factsNamed(world, event, known?.shopperId ? [known.shopperId] : claimants(who));
  if (known && !mayJoin(known, named, event)) return known;
  const [home = known, ...rest] = named;
  if (!home) {
    const [factKey] = factKeysOf(event, who.shopperId);
    return keyed(world, newEngagement(world.shopId, factKey, event, who, receivedAt), event);
  }
  const shopperId = home.shopperId ?? who.shopperId;
  const parts = new Set([...rest, known ?? home].filter((part) => part.id !== home.id));
  let joined: Engagement = { ...home, shopperId };
  for (const part of parts) joined = merged(world, joined, part);
  return keyed(world, joined, event);
}

/** All shoppers an event speaks of, or nobody. */
function claimants(who: ResolvedShopper): (string | null)[] {
  return who.claimed.length > 0 ? who.claimed : [null];
}

/** The facts under the event's keys, strongest first, of the first shopper who has any. */
function factsNamed(world: EngagementWorld, event: EngagementEvent, shopperIds: (string | null)[]): Engagement[] {
  for (const shopperId of shopperIds) {
    const keys = factKeysOf(event, shopperId);
    const found = keys.map((key, index) => factUnder(world, key, index > 0 && namesByShopifyId(event)));
    const facts = new Map(found.filter((fact) => fact !== undefined).map((fact) => [fact.id, fact]));
    if (facts.size > 0) return [...facts.values()];
  }
  return [];
}

/** The fact under a key. Where Shopify's id outweighs the key, a fact that is kept under another one is another thing. */
function factUnder(world: EngagementWorld, key: string, isOutweighed: boolean): Engagement | undefined {
  const id = world.facts.get(key);
  const fact = id === undefined ? undefined : factOf(world, id);
  return fact && isOutweighed && fact.factKey !== key ? undefined : fact;
}

/** Whether a fact known by its alias can be the one the event names: a review moved to another product stays what it was. */
function mayJoin(known: Engagement, named: Engagement[], event: EngagementEvent): boolean {
  if (known.factKey.startsWith("alias:") && !known.shopperId) return true;
  if (named.some((fact) => fact.id === known.id)) return true;
  return isWeakReviewKey(known.factKey) && namesByShopifyId(event);
}

/** Makes a fact a part of another one, which takes over all that it is called. */
function merged(world: EngagementWorld, fact: Engagement, part: Engagement): Engagement {
  for (const alias of aliasesOf(world, part.id)) putAlias(world, { ...alias, engagementId: fact.id });
  putEngagement(world, { ...part, mergedIntoId: fact.id });
  return {
    ...fact,
    productTitle: fact.productTitle ?? part.productTitle,
    orderName: fact.orderName ?? part.orderName,
    stateAt: part.stateAt > fact.stateAt ? part.stateAt : fact.stateAt,
  };
}

/** The fact under the strongest key it has now; its other keys still lead to it. */
function keyed(world: EngagementWorld, fact: Engagement, event: EngagementEvent): Engagement {
  const [strongest, ...others] = factKeysOf(event, fact.shopperId);
  const isTaken = world.facts.has(strongest) && world.facts.get(strongest) !== fact.id;
  const rises = fact.factKey.startsWith("alias:") || namesByShopifyId(event);
  const next =
    rises && !isTaken && fact.factKey !== strongest
      ? { ...fact, factKey: strongest, productId: event.product.id }
      : fact;
  putEngagement(world, next);
  const keys = next === fact || !isName(fact.factKey) ? others : [...others, fact.factKey];
  for (const key of keys) if (!world.facts.has(key) || key === fact.factKey) putKeyRow(world, key, next);
  return next;
}

function putKeyRow(world: EngagementWorld, key: string, fact: Engagement): void {
  if (key === fact.factKey || world.aliases.has(keyRowOf(key))) return;
  putAlias(world, newAlias(world.shopId, keyRowOf(key), fact.id, fact.receivedAt));
}

/** Whether a key names a product or an order. A review that named none says nothing about the next one that does not. */
function isName(factKey: string): boolean {
  return !factKey.startsWith("alias:") && !/^review:[^:]+:store$/.test(factKey);
}
