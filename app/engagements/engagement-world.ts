import type { Engagement, EngagementAlias, Shopper, ShopperIdentity } from "~/platform/generated/client";

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
  /** By id. */
  engagements: Map<string, Engagement>;
  /** Engagement id by fact key. */
  facts: Map<string, string>;
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
    engagements: new Map(),
    facts: new Map(),
    changed: { shoppers: new Map(), identities: new Map(), aliases: new Map(), engagements: new Map() },
  };
}

/** Puts an identity in the world, to be written. */
export function putIdentity(world: EngagementWorld, identity: ShopperIdentity): void {
  const key = `${identity.kind}:${identity.keyedHash}`;
  world.identities.set(key, identity);
  world.changed.identities.set(key, identity);
}

/** Puts an alias in the world, to be written. */
export function putAlias(world: EngagementWorld, alias: EngagementAlias): void {
  world.aliases.set(alias.aliasKey, alias);
  world.changed.aliases.set(alias.aliasKey, alias);
}

/** Puts an engagement in the world, to be written, under its fact key. */
export function putEngagement(world: EngagementWorld, engagement: Engagement): void {
  world.engagements.set(engagement.id, engagement);
  world.facts.set(engagement.factKey, engagement.id);
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
  return [...world.aliases.values()].filter((alias) => alias.engagementId === engagementId);
}
