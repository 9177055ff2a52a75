import type { EngagementEvent } from "~/engagements/engagement-event";
import { type EngagementWorld, emptyWorld } from "~/engagements/engagement-world";
import { foldEvents } from "~/engagements/fold-event";
import type { Engagement } from "~/platform/generated/client";

const START = Date.UTC(2026, 10, 20, 12);
/** When every event of these tests came in. */
export const RECEIVED = new Date(START + 1_000_000);

/** A five-star review of product 7 by ada@example.com. */
export function event(changes: Partial<EngagementEvent> = {}): EngagementEvent {
  return {
    source: "events",
    subject: "review",
    action: "created",
    externalId: "r1",
    parentExternalId: null,
    sequence: null,
    engagedAt: new Date(START),
    stateAt: new Date(START),
    rating: 5,
    mediaCount: 0,
    verification: "unknown",
    publication: "unknown",
    actor: { email: "ada@example.com", name: "Ada", shopifyCustomerId: null, accountEmail: null },
    product: { id: "7", title: "Teapot" },
    otherNames: [],
    orderName: null,
    acceptsMarketing: null,
    isTest: false,
    isImported: false,
    ...changes,
  };
}

/** What is known after these events, each a batch of its own. */
export function fold(events: EngagementEvent[]): EngagementWorld {
  const world = emptyWorld(1, "key");
  for (const one of events) foldEvents(world, [{ event: one, receivedAt: RECEIVED }]);
  return world;
}

/** What is known after these events in one batch. */
export function foldAtOnce(events: EngagementEvent[]): EngagementWorld {
  const world = emptyWorld(1, "key");
  foldEvents(
    world,
    events.map((one) => ({ event: one, receivedAt: RECEIVED })),
  );
  return world;
}

/** The facts of a world, without what became part of another one. */
export function facts(world: EngagementWorld): Engagement[] {
  return [...world.engagements.values()].filter((engagement) => !engagement.mergedIntoId);
}

/** What must not depend on order: everything but the ids made on the way. */
export function essence(world: EngagementWorld) {
  return facts(world)
    .map(
      ({
        kind,
        rating,
        mediaCount,
        attachedMediaCount,
        sharedAt,
        publication,
        verification,
        withdrawnAt,
        engagedAt,
      }) => ({
        ...{ kind, rating, mediaCount, attachedMediaCount, publication, verification, engagedAt: engagedAt.getTime() },
        shared: sharedAt !== null,
        withdrawn: withdrawnAt !== null,
      }),
    )
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** So many minutes after the first event. */
export const at = (minutes: number) => new Date(START + minutes * 60_000);
/** An actor of whom nothing is known. */
export const nobody = { email: null, name: null, shopifyCustomerId: null, accountEmail: null };
