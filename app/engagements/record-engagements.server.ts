import type { Transaction } from "~/platform/database.server";
import type { Engagement } from "~/platform/generated/client";
import { writeRows } from "~/platform/write-rows.server";
import type { EngagementEvent } from "./engagement-event";
import type { FoldedEvent } from "./engagement-fact";
import type { EngagementWorld } from "./engagement-world";
import { foldEvents } from "./fold-event";
import { loadWorlds, type ShopKey } from "./load-worlds.server";

/** One event as it came in. */
export interface ReceivedEvent {
  shopId: number;
  event: EngagementEvent;
  receivedAt: Date;
}

/**
 * Records what happened, once: folds the events, in the order given, into the shops' facts and writes what changed.
 * The caller's transaction holds the row locks of `shops`, so nobody else folds events of these shops meanwhile.
 * `folded` says what each event came to, in the order given; `changed` has every fact that was written, by id, one that came
 * out as it was among them. One that was merged into another is left out: it earns nothing by itself any more.
 */
export async function recordEngagements(
  tx: Transaction,
  input: { shops: ShopKey[]; events: ReceivedEvent[] },
): Promise<{ folded: FoldedEvent[]; changed: Map<string, Engagement> }> {
  const worlds = await loadWorlds(tx, input.shops, input.events);
  const folded = new Map<ReceivedEvent, FoldedEvent>();
  for (const [shopId, events] of Map.groupBy(input.events, (received) => received.shopId)) {
    const world = worlds.get(shopId);
    if (!world) throw new Error("an event of a shop that is not locked");
    for (const [index, one] of foldEvents(world, events).entries()) folded.set(events[index] as ReceivedEvent, one);
  }
  await writeWorlds(tx, [...worlds.values()]);
  const facts = [...worlds.values()].flatMap((world) => [...world.changed.engagements]);
  return {
    folded: input.events.map((received) => folded.get(received) as FoldedEvent),
    changed: new Map(facts.filter(([, fact]) => !fact.mergedIntoId)),
  };
}

async function writeWorlds(tx: Transaction, worlds: EngagementWorld[]): Promise<void> {
  const rows = (kind: keyof EngagementWorld["changed"]) => worlds.flatMap((world) => [...world.changed[kind].values()]);
  await writeRows(tx, "shopper", rows("shoppers"));
  await writeRows(tx, "shopper_identity", rows("identities"));
  await writeRows(tx, "engagement", rows("engagements"));
  await writeRows(tx, "engagement_alias", rows("aliases"));
}
