import type { Transaction } from "~/platform/database.server";
import type { Engagement, EngagementAlias } from "~/platform/generated/client";
import { keyRowOf, ownAliasKey, parentAliasKey } from "./alias-key";
import type { EngagementEvent } from "./engagement-event";
import { type EngagementWorld, emptyWorld, knowAlias, knowEngagement } from "./engagement-world";
import { factKeysOf } from "./fact-key";
import { handlesOf } from "./identity-handles";

/** A shop of the batch and the opened key its personal data is hashed with. */
export interface ShopKey {
  id: number;
  identityKey: string;
}

type Received = { shopId: number; event: EngagementEvent };

/**
 * Loads all that folding these events can touch, by set: identities, then aliases, then facts by alias, by key and by
 * awaited parent, then all aliases of those facts. Keys of several shops are asked for together; a row that another
 * shop of the batch happens to have under the same key lands in that shop's own world and is not touched there.
 */
export async function loadWorlds(
  tx: Transaction,
  shops: ShopKey[],
  events: Received[],
): Promise<Map<number, EngagementWorld>> {
  const worlds = new Map(shops.map((shop) => [shop.id, emptyWorld(shop.id, shop.identityKey)]));
  await loadIdentities(tx, worlds, events);
  const shoppers = await findShoppers(tx, worlds, events);
  const keysOf = ({ shopId, event }: Received) => possibleFactKeys(event, shoppers(shopId, event));
  const aliasKeys = events.flatMap((received) => {
    const { event } = received;
    const keyRows = mayHaveKeyRows(event) ? keysOf(received).map(keyRowOf) : [];
    return [ownAliasKey(event), parentAliasKey(event) ?? ownAliasKey(event), ...keyRows];
  });
  const aliases = await tx.engagementAlias.findMany({
    where: { shopId: { in: ids(worlds) }, aliasKey: { in: aliasKeys } },
  });
  await loadEngagements(tx, worlds, events, aliases, events.flatMap(keysOf));
  return worlds;
}

async function loadIdentities(
  tx: Transaction,
  worlds: Map<number, EngagementWorld>,
  events: Received[],
): Promise<void> {
  const hashes = events.flatMap(({ shopId, event }) => {
    const world = worlds.get(shopId);
    return world ? handlesOf(world.identityKey, event.actor).map((key) => key.keyedHash) : [];
  });
  const rows = await tx.shopperIdentity.findMany({ where: { shopId: { in: ids(worlds) }, keyedHash: { in: hashes } } });
  for (const row of rows) worlds.get(row.shopId)?.identities.set(`${row.kind}:${row.keyedHash}`, row);
}

async function loadEngagements(
  tx: Transaction,
  worlds: Map<number, EngagementWorld>,
  events: Received[],
  aliases: EngagementAlias[],
  factKeys: string[],
): Promise<void> {
  const shopIds = ids(worlds);
  let found = await tx.engagement.findMany({
    where: {
      shopId: { in: shopIds },
      OR: [
        { id: { in: aliases.map((alias) => alias.engagementId) } },
        { factKey: { in: factKeys } },
        {
          parentKey: {
            in: events.filter(({ event }) => event.subject === "review").map(({ event }) => ownAliasKey(event)),
          },
        },
      ],
    },
  });
  for (let merged = found; merged.length > 0; ) {
    put(worlds, merged);
    const known = new Set(found.map((row) => row.id));
    const wanted = merged.flatMap((row) =>
      row.mergedIntoId && !known.has(row.mergedIntoId) ? [row.mergedIntoId] : [],
    );
    merged = wanted.length
      ? await tx.engagement.findMany({ where: { shopId: { in: shopIds }, id: { in: wanted } } })
      : [];
    found = [...found, ...merged];
  }
  const all = await tx.engagementAlias.findMany({
    where: { shopId: { in: shopIds }, engagementId: { in: found.map((row) => row.id) } },
  });
  for (const alias of all) {
    const world = worlds.get(alias.shopId);
    if (world) knowAlias(world, alias);
  }
}

function put(worlds: Map<number, EngagementWorld>, engagements: Engagement[]): void {
  for (const row of engagements) {
    const world = worlds.get(row.shopId);
    if (world) knowEngagement(world, row);
  }
}

/**
 * Everybody an event may be about: who its actor is known as, who another event of the batch says did the same thing, and who the
 * fact it names is already kept for, since an event may leave its actor out or name another one than before. A shopper new to the
 * shop has no facts yet.
 */
async function findShoppers(
  tx: Transaction,
  worlds: Map<number, EngagementWorld>,
  events: Received[],
): Promise<(shopId: number, event: EngagementEvent) => string[]> {
  const byAlias = new Map<string, Set<string>>();
  const add = (shopId: number, aliasKey: string, shopperId: string | undefined) => {
    const key = `${shopId} ${aliasKey}`;
    if (shopperId) byAlias.set(key, (byAlias.get(key) ?? new Set()).add(shopperId));
  };
  for (const { shopId, event } of events) {
    const world = worlds.get(shopId);
    for (const { kind, keyedHash } of world ? handlesOf(world.identityKey, event.actor) : []) {
      add(shopId, ownAliasKey(event), world?.identities.get(`${kind}:${keyedHash}`)?.shopperId);
    }
  }
  const named = [...new Set(events.map(({ event }) => ownAliasKey(event)))];
  const kept = await tx.$queryRaw<{ shopId: number; aliasKey: string; shopperId: string }[]>`
    select a.shop_id as "shopId", a.alias_key as "aliasKey", e.shopper_id as "shopperId" from engagement_alias a
    join engagement e on e.shop_id = a.shop_id and e.id = a.engagement_id
    where a.shop_id = any(${ids(worlds)}::int[]) and a.alias_key = any(${named}::text[]) and e.shopper_id is not null`;
  for (const { shopId, aliasKey, shopperId } of kept) add(shopId, aliasKey, shopperId);
  return (shopId, event) => [...(byAlias.get(`${shopId} ${ownAliasKey(event)}`) ?? [])];
}

function possibleFactKeys(event: EngagementEvent, shopperIds: string[]): string[] {
  return [...new Set([null, ...shopperIds].flatMap((shopperId) => factKeysOf(event, shopperId)))];
}

/** Only a review and an order are called by more than one name. */
function mayHaveKeyRows({ subject }: EngagementEvent): boolean {
  return subject === "review" || subject === "order";
}

const ids = (worlds: Map<number, EngagementWorld>) => [...worlds.keys()];
