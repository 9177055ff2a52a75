import type { Engagement, EngagementAlias, Shopper, ShopperIdentity } from "~/platform/generated/client";
import { factKeyOfRow } from "./alias-key";

/**
 * What is known in one shop that a batch of events may touch, held in memory while the batch is folded.
 * `changed` collects the rows that must be written afterwards.
 */
export interface EngagementWorld {
  shopId: number;
  identityKey: string;
  /** By "<kind>:<keyed hash>". */
  identities: Map<string, ShopperIdentity>;
  /** By alias key. */
  aliases: Map<string, EngagementAlias>;
  /** Alias keys by the id of the engagement they point to. */
  aliasKeys: Map<string, Set<string>>;
  /** By id. */
  engagements: Map<string, Engagement>;
  /** Engagement id by fact key, further keys of a fact among them. */
  facts: Map<string, string>;
  /** Ids of the photos and shares that wait for a review, by its alias key. */
  waiting: Map<string, Set<string>>;
  /** Ids of the engagements whose aliases changed, and whose own columns have to follow. */
  touched: Set<string>;
  changed: {
    shoppers: Map<string, Shopper>;
    identities: Map<string, ShopperIdentity>;
    aliases: Map<string, EngagementAlias>;
    engagements: Map<string, Engagement>;
  };
}

/** A world in which nothing is known yet. */
export function emptyWorld(shopId: number, identityKey: string): EngagementWorld {
  return {
    shopId,
    identityKey,
    identities: new Map(),
    aliases: new Map(),
    aliasKeys: new Map(),
    engagements: new Map(),
    facts: new Map(),
    waiting: new Map(),
    touched: new Set(),
    changed: { shoppers: new Map(), identities: new Map(), aliases: new Map(), engagements: new Map() },
  };
}

/** Puts an identity in the world, to be written. */
export function putIdentity(world: EngagementWorld, identity: ShopperIdentity): void {
  const key = `${identity.kind}:${identity.keyedHash}`;
  world.identities.set(key, identity);
  world.changed.identities.set(key, identity);
}

/** Puts an alias in the world as it is stored. */
export function knowAlias(world: EngagementWorld, alias: EngagementAlias): void {
  const before = world.aliases.get(alias.aliasKey);
  if (before && before.engagementId !== alias.engagementId) {
    world.aliasKeys.get(before.engagementId)?.delete(alias.aliasKey);
  }
  world.aliases.set(alias.aliasKey, alias);
  setOf(world.aliasKeys, alias.engagementId).add(alias.aliasKey);
  const factKey = factKeyOfRow(alias.aliasKey);
  if (factKey) world.facts.set(factKey, alias.engagementId);
}

/** Puts an alias in the world, to be written; the fact it points to follows it when the batch is settled. */
export function putAlias(world: EngagementWorld, alias: EngagementAlias): void {
  knowAlias(world, alias);
  world.changed.aliases.set(alias.aliasKey, alias);
  world.touched.add(alias.engagementId);
}

/** Puts an engagement in the world as it is stored, under its fact key. */
export function knowEngagement(world: EngagementWorld, engagement: Engagement): void {
  world.engagements.set(engagement.id, engagement);
  world.facts.set(engagement.factKey, engagement.id);
  if (engagement.parentKey) setOf(world.waiting, engagement.parentKey).add(engagement.id);
}

/** Puts an engagement in the world, to be written. */
export function putEngagement(world: EngagementWorld, engagement: Engagement): void {
  knowEngagement(world, engagement);
  world.changed.engagements.set(engagement.id, engagement);
}

/** The fact an engagement row stands for now: itself, or what it was merged into. */
export function factOf(world: EngagementWorld, id: string): Engagement {
  const engagement = world.engagements.get(id);
  if (!engagement) throw new Error("an alias points to an engagement that was not loaded");
  return engagement.mergedIntoId ? factOf(world, engagement.mergedIntoId) : engagement;
}

/** All aliases of a fact, in no particular order. */
export function aliasesOf(world: EngagementWorld, engagementId: string): EngagementAlias[] {
  const keys = [...(world.aliasKeys.get(engagementId) ?? [])];
  return keys.map((key) => world.aliases.get(key)).filter((alias) => alias !== undefined);
}

/** Photos and shares that wait for the review of this alias key. */
export function waitingFor(world: EngagementWorld, reviewKey: string): Engagement[] {
  const ids = [...(world.waiting.get(reviewKey) ?? [])];
  const rows = ids.map((id) => world.engagements.get(id)).filter((row) => row !== undefined);
  return rows.filter((row) => row.parentKey === reviewKey && !row.mergedIntoId);
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const known = map.get(key) ?? new Set();
  map.set(key, known);
  return known;
}
